"""Places are called as people call them."""

import pytest

from loaders.graph.agencies import place_label
from ontology.registry import Registry

REGISTRY = Registry.load()
LABELS = [
    ("trung-uong", "trung ương"),
    ("tinh/bac-kan", "tỉnh Bắc Kạn"),
    ("tinh/bac-kan/huyen-ba-be", "huyện Ba Bể, tỉnh Bắc Kạn"),
    ("tinh/bac-kan/huyen-ba-be/xa-yen-duong", "xã Yến Dương, huyện Ba Bể, tỉnh Bắc Kạn"),
    ("chua-ro/huyen-nao", "chua-ro/huyen-nao"),
]


@pytest.mark.parametrize(("path", "label"), LABELS)
def test_the_label_of_a_place_says_what_it_lies_in(path: str, label: str) -> None:
    assert place_label(path, REGISTRY) == label
