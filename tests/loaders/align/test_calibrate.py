import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.align import data, shipped
from loaders.align.calibrate import Truth, calibrate, fit, truth, truths_of
from loaders.align.model import Model
from loaders.align.signals import Likeness, Standing
from loaders.people import Pair
from tests.loaders.align.sample import PROVINCE, activity, plan

PLANS = Path(__file__).parents[3] / "plans"


def test_a_signal_that_speaks_for_links_gets_weight() -> None:
    samples = [((1.0, x / 10), 1.0) for x in range(10)] + [((0.0, x / 10), 0.0) for x in range(10)]
    model = fit(samples)
    assert model.weights[0] > 1 > abs(model.weights[1])
    assert model((1.0, 0.5)) > 0.5 > model((0.0, 0.5))


def test_an_idle_signal_gets_none() -> None:
    assert fit([((0.0, 1.0), 1.0), ((0.0, 0.0), 0.0)]).weights[0] == 0


@given(
    st.lists(
        st.tuples(st.tuples(st.floats(0, 1), st.floats(0, 1)), st.sampled_from([0.0, 0.3, 1.0])), min_size=1
    )
)
def test_any_samples_give_probabilities(samples: list[tuple[tuple[float, float], float]]) -> None:
    model = fit(samples)
    assert all(0 <= model(signals) <= 1 for signals, _ in samples)


def test_calibration_learns_what_people_linked() -> None:
    child = plan(
        activity("2/1", "Xử lý PAKN của người dân"),
        activity("2/2", "Rà soát thủ tục hành chính"),
        activity("2/3", "Trồng cây"),
        areas={"2": "procedure"},
    )
    grades = {
        "2/1": {"II/1.1": 2, "II/1": 1},
        "2/2": {"II/2.1": 2, "II/2": 1},
        "2/3": {},
        "gone": {"II/1": 2},
    }
    model = calibrate([Truth(child, PROVINCE, grades)])
    assert model.likeness.weights[Likeness._fields.index("covered")] > 0
    assert model.standing.weights[Standing._fields.index("own")] > 0


def test_the_shipped_model_names_every_signal() -> None:
    held = data.document("weights.json")
    assert Model.from_json(held) == shipped()
    assert shipped().to_json() == held
    assert set(held["likeness"]) == {"bias", *Likeness._fields}
    assert set(held["standing"]) == {"bias", *Standing._fields}


def test_truth_from_files(tmp_path: Path) -> None:
    links = {"links": [{"child": "1", "parents": [{"key": "I/1", "level": "target", "grade": 2}]}]}
    path = tmp_path / "links.json"
    path.write_text(json.dumps(links), "utf-8")
    office = PLANS / "van-phong-bac-kan-2025.txt"
    found = truth(office, office, path)
    assert found.grades == {"1": {"I/1": 2}}
    assert found.child == found.parent


@pytest.mark.parametrize("missing", [*Likeness._fields[:1], "bias"])
def test_a_model_without_a_signal_is_refused(missing: str) -> None:
    held = data.document("weights.json")
    held["likeness"].pop(missing)
    with pytest.raises(KeyError, match=missing):
        Model.from_json(held)


def test_a_decision_speaks_of_its_own_pair_only() -> None:
    child = plan(activity("2/1", "Xử lý PAKN của người dân"), areas={"2": "procedure"})
    known = Truth(child, PROVINCE, {"2/1": {"II/1.1": 2}}, whole=False)
    assert known.judges("2/1", "II/1.1")
    assert not known.judges("2/1", "II/2.1")
    assert Truth(child, PROVINCE, {}).judges("2/1", "II/2.1")


def test_decisions_become_one_truth_for_a_pair_of_plans() -> None:
    child = plan(activity("2/1", "Xử lý PAKN của người dân"), areas={"2": "procedure"})
    pairs = [Pair(child, "2/1", PROVINCE, "II/1.1", True), Pair(child, "2/1", PROVINCE, "II/2.1", False)]
    (known,) = truths_of(pairs)
    assert known.grades == {"2/1": {"II/1.1": 2, "II/2.1": 0}}
    assert not known.whole
