import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.align.index import Postings, Weights, norm, product
from loaders.align.rows import rows_of
from loaders.align.text import folded
from tests.loaders.align.sample import PROVINCE, plan, task

VECTORS = st.dictionaries(st.sampled_from("abcdef"), st.floats(0.1, 5), max_size=6)


@given(st.lists(VECTORS, max_size=5), VECTORS)
def test_the_index_multiplies_as_one_would_by_hand(
    vectors: list[dict[str, float]], query: dict[str, float]
) -> None:
    found = Postings({str(i): v for i, v in enumerate(vectors)}).products(query)
    by_hand = {str(i): sum(x * v.get(k, 0.0) for k, x in query.items()) for i, v in enumerate(vectors)}
    assert found == pytest.approx({key: x for key, x in by_hand.items() if x})


@given(VECTORS, VECTORS)
def test_a_product_is_even_and_bounded_by_the_lengths(a: dict[str, float], b: dict[str, float]) -> None:
    assert product(a, b) == pytest.approx(product(b, a))
    assert 0 <= product(a, b) <= norm(a) * norm(b) + 1e-9
    assert product(a, a) == pytest.approx(norm(a) ** 2)


def test_what_every_row_says_weighs_little() -> None:
    rows = rows_of(
        plan(*(task(str(i), f"Tăng cường {word}") for i, word in enumerate(["mua", "bán", "thuê"])))
    )
    weights = Weights(rows.values()).words(rows["0"].words)
    common, rare = weights[" ".join(folded("tăng cường"))], weights["mua"]
    assert 0 < common < rare / 0.35


def test_a_family_holds_its_relatives_words_at_less_weight() -> None:
    rows = rows_of(PROVINCE)
    view = Weights(rows.values()).view(rows["II/2.1"], rows)
    assert set(view.own) < set(view.family)
    assert all(view.family[word] == weight for word, weight in view.own.items())
    assert view.family_norm > view.own_norm
