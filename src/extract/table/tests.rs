use crate::compare::witness;
use crate::load::{LoadOptions, load_bytes};
use crate::model::{Figure, Vocabulary};

fn figures(name: &str, text: &str) -> Vec<Figure> {
    let document = load_bytes(name, text.as_bytes(), &LoadOptions::default()).unwrap();
    witness(document, &mut Vocabulary::new()).figures
}

/// Each figure as *value unit | title | time*.
fn told(name: &str, text: &str) -> Vec<String> {
    let figures = figures(name, text).into_iter();
    let tell = |figure: Figure| {
        let value = figure
            .value
            .map_or_else(String::new, |value| value.normalize().to_string());
        let during = figure.period.and_then(|period| period.during);
        let parts = [figure.unit, figure.title, during].map(Option::unwrap_or_default);
        format!("{value} {} | {} | {}", parts[0], parts[1], parts[2])
    };
    figures.map(tell).collect()
}

const LOSSES: &str = "The harbour office counts what the storms of the winter took from our towns.\n\n\
                      Year         2030   2031\nBoats lost      4     19\nNets lost   1,250    980\n\n\
                      We thank the crews for their work through the winter and the spring.\n";

#[test]
fn a_figure_is_named_by_the_heads_of_its_row_and_of_its_year() {
    assert_eq!(
        told("a.txt", LOSSES),
        [
            "4  | Boats lost | 2030",
            "19  | Boats lost | 2031",
            "1250  | Nets lost | 2030",
            "980  | Nets lost | 2031",
        ]
    );
}

#[test]
fn a_row_may_name_the_year_and_a_column_what_is_measured() {
    let text = "What the storms of the winter took from the towns of our coast, by year.\n\n\
                | Year | Boats | Insured (%) |\n|---|---|---|\n| 2030 | 4 | 50 |\n| 2031 | 19 | 61.5 |\n";
    assert_eq!(
        told("a.md", text),
        [
            "4  | Boats | 2030",
            "50 percent | Insured | 2030",
            "19  | Boats | 2031",
            "61.5 percent | Insured | 2031",
        ]
    );
}

#[test]
fn the_unit_and_the_scale_of_a_caption_a_head_and_a_column_are_those_of_the_numbers() {
    let text = "Spending of the harbour office on the towns of the coast (EUR million)\n\n\
                | Item | Spent | Share of all, per cent |\n|---|---|---|\n| Walls | 2.5 | 40 |\n\n\
                All that we counted in the towns of the coast when the winter was over.\n\n\
                | Item | Count | Unit |\n|---|---|---|\n| Land lost | 3 | sq km |\n| Boats | 7 | |\n";
    assert_eq!(
        told("a.md", text),
        [
            "2500000 EUR | Walls, Spent | ",
            "40 percent | Walls, Share of all | ",
            "3 square kilometre | Land lost, Count | ",
            "7  | Boats, Count | ",
        ]
    );
}

#[test]
fn heads_may_span_columns_and_rows() {
    let text = "<p>What the storms of the winter took from the towns of our coast.</p><table>\
                <tr><th><th><th colspan=2>Boats<th>Nets<tr><th><th><th>2030<th>2031<th>2031\
                <tr><td rowspan=2>North<td>old<td>3<td>4<td>8<tr><td>new<td>5<td>6<td>9</table>";
    assert_eq!(
        told("a.html", text),
        [
            "3  | North, old, Boats | 2030",
            "4  | North, old, Boats | 2031",
            "8  | North, old, Nets | 2031",
            "5  | North, new, Boats | 2030",
            "6  | North, new, Boats | 2031",
            "9  | North, new, Nets | 2031",
        ]
    );
}

#[test]
fn a_cell_says_nothing_of_another() {
    let text = "Contributions received, in the words of the Treasurer:\n\n\
                State       Contribution   Due\nMarenia     120 euros      31 March 2032\nVeldland    95             30 June 2032\n";
    let figures = figures("a.txt", text);
    let units: Vec<_> = figures
        .iter()
        .map(|figure| figure.unit.as_deref())
        .collect();
    assert_eq!(units, [Some("EUR"), None, None, None]);
    assert!(figures.iter().all(|figure| figure.period.is_none()));
}

#[test]
fn a_table_whose_heads_cannot_be_told_keeps_what_was_read() {
    let text = "What the harbour office wrote down of it all.\n\n| 4 | 19 |\n| 12 | 30 |\n";
    let figures = figures("a.txt", text);
    assert!(figures.iter().all(|figure| figure.heads.is_none()));
    assert_eq!(figures.len(), 4);
}
