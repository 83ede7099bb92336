"""Where sentences end: a table of paragraphs, ``|`` at each boundary."""

from __future__ import annotations

import pytest

from icsdiff.language.sentences import sentences

TABLE = """
The U.S. Mission works with the Gov. of the state.|It funds No. 5 and FY 2023 plans.|Dr. J. F. Lee Jr. spoke.
The program (approx. 45 percent) ended.|The figure, cf. Annex B, is 3.5 percent.|See Sec. 7031(c) of the Act.
He said: "We will act."|Then he left.
First, roads; second, ports; third, rail.|All of it by 2030.
The ratio is 46 to 1.|32 to 1 is the average.
U.S.-Peru trade (worth $5.2 billion) grew.|The U.S. is first.
The Amb. met Gen. Smith, Lt. Col. Jones and Sen. Brown at 5 p.m. in Washington, D.C.|He agreed.
Funding fell (see p. 12, pp. 3-5, vol. 2, para. 4, Art. 5).|It will fall again.
Inflation hit 8.5%.|Growth was 2.1 percent in 2022.
This includes the north, etc.|Many people live there.|It is the No. 1 priority.
E.O. 14008 applies.|So does P.L. 115-68.|U.N. Security Council Res. 1325 is key.
The deadline is Jan. 5.|Reports follow in Feb. 2024.
Harvests failed twice.12|Prices doubled.
1. Judges are trained.|They pass an exam.
a) Police patrol the border.|They file reports.
(2) Build courts.|Staff them.
- Clinics open.|Nurses are paid.
Is this enough?|No, it is not!|We will do more.
“Partners trust us.”|We trust them.
The mission will: (1) train judges; (2) build courts; and (3) buy cars.|It will not lend money.
The government (which took office in 2021) keeps its promise.|So do we.
Inc. and Ltd. companies grow.|St. Petersburg is far.
Prices rose.[3]|Wages did not.
We will do more... and then stop.
Detectors find less than they miss.|Maps of the minefields were burnt.
The port exports iron ore.|Trucks wait for days; see no. 5.
"""


@pytest.mark.parametrize("line", TABLE.strip().splitlines())
def test_a_paragraph_is_cut_where_its_sentences_end(line: str) -> None:
    assert [sentence.text for sentence in sentences(line.replace("|", " "))] == line.split("|")


def test_a_paragraph_break_always_ends_a_sentence() -> None:
    text = "Risks:\n\nHigh political instability\n\n- Floods"
    assert [sentence.text for sentence in sentences(text)] == ["Risks:", "High political instability", "- Floods"]
