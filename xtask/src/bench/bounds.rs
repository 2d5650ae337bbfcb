//! What was measured, what it may be at most, and how it is printed.
//!
//! Deliberately absent: measuring.
use serde_json::{Value, json};

/// One figure, beside its floor: what plain JavaScript needs for the same in the same run.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    name: String,
    dataset: String,
    throttle: u64,
    value: f64,
    unit: String,
    floor: Option<f64>,
}

/// What a bound is on. At most, but for what is scored.
enum Bound {
    Value(f64),
    Points(f64),
    Ratio(f64),
    /// So many times the same figure of the programme.
    Programme(f64),
}

/// The bounds: of which figure, over which book, at which throttle. The `Programme` is "the same at 1x and at 10x", with room
/// for what two runs on one machine differ by.
const BOUNDS: [(&str, &str, u64, Bound); 25] = [
    ("open, warm cache", "1x", 4, Bound::Value(1_000.0)),
    ("open, warm cache", "10x", 4, Bound::Value(4_000.0)),
    ("read and fold", "1x", 1, Bound::Ratio(3.0)),
    ("read and fold", "1x", 4, Bound::Ratio(3.0)),
    ("search, a key to the painted list", "1x", 4, Bound::Value(30.0)),
    ("save a member", "1x", 4, Bound::Value(8.0)),
    ("save a member", "10x", 4, Bound::Value(8.0)),
    ("save a member", "10x", 4, Bound::Programme(1.5)),
    ("preview a file", "1x", 4, Bound::Value(2_000.0)),
    // A task is named from 50 ms on, so that this is: none.
    ("preview a file, longest task", "1x", 4, Bound::Value(50.0)),
    ("preview a file, progress", "1x", 4, Bound::Points(5.0)),
    ("take a file in, longest task", "1x", 4, Bound::Value(50.0)),
    ("take a file in, progress", "1x", 4, Bound::Points(5.0)),
    ("change a choice of a list, longest task", "1x", 4, Bound::Value(50.0)),
    ("find duplicates", "1x", 4, Bound::Value(300.0)),
    ("charts of the summary", "1x", 4, Bound::Value(100.0)),
    ("charts of the summary, longest task", "1x", 4, Bound::Value(50.0)),
    ("charts after a change, longest task", "1x", 4, Bound::Value(50.0)),
    ("charts of a subject, longest task", "1x", 4, Bound::Value(50.0)),
    ("memory", "1x", 1, Bound::Value(40.0)),
    ("units in localStorage", "10x", 1, Bound::Value(5_242_880.0)),
    ("lighthouse, performance", "empty", 4, Bound::Points(95.0)),
    ("lighthouse, accessibility", "empty", 4, Bound::Points(100.0)),
    ("lighthouse, best-practices", "empty", 4, Bound::Points(100.0)),
    ("lighthouse, seo", "empty", 4, Bound::Points(100.0)),
];

impl Figure {
    /// A score of Lighthouse, which looks at the book without anything in it, at a quarter of the speed.
    pub fn score(name: &str, points: f64) -> Self {
        let (dataset, unit) = ("empty".to_owned(), "points".to_owned());
        Self { name: name.to_owned(), dataset, throttle: 4, value: points, unit, floor: None }
    }

    fn ratio(&self) -> Option<f64> {
        self.floor.filter(|floor| *floor > 0.0).map(|floor| self.value / floor)
    }

    fn bounds(&self) -> impl Iterator<Item = &'static Bound> {
        let own = (self.name.as_str(), self.dataset.as_str(), self.throttle);
        BOUNDS
            .iter()
            .filter(move |(name, dataset, throttle, _)| (*name, *dataset, *throttle) == own)
            .map(|bound| &bound.3)
    }

    /// What is over its bound, in words; `others` are the figures of the same run.
    fn over(&self, bound: &Bound, others: &[Self]) -> Option<String> {
        let name = format!("{} ({}, {}x)", self.name, self.dataset, self.throttle);
        match bound {
            Bound::Value(most) => {
                (self.value > *most).then(|| format!("{name} is {} {}, at most {most}", short(self.value), self.unit))
            }
            Bound::Points(least) => {
                (self.value < *least).then(|| format!("{name} is {}, at least {least}", short(self.value)))
            }
            Bound::Ratio(most) => {
                let ratio = self.ratio().filter(|ratio| ratio > most)?;
                Some(format!("{name} is {} times its floor, at most {most}", short(ratio)))
            }
            Bound::Programme(most) => {
                let is_same =
                    |other: &&Self| (&other.name, other.throttle, "1x") == (&self.name, self.throttle, &other.dataset);
                let times = self.value / others.iter().find(is_same)?.value;
                (times > *most).then(|| format!("{name} is {} times that of 1x, at most {most}", short(times)))
            }
        }
    }
}

/// All that is over its bound, in words.
pub fn broken(figures: &[Figure]) -> Vec<String> {
    figures.iter().flat_map(|figure| figure.bounds().filter_map(|most| figure.over(most, figures))).collect()
}

/// Reads what `e2e/bench` prints.
pub fn read(text: &str) -> Result<Vec<Figure>, String> {
    let figures: Vec<Value> =
        serde_json::from_str(text).map_err(|error| format!("what was measured cannot be read: {error}."))?;
    figures.iter().map(|figure| of_json(figure).ok_or_else(|| format!("this is no figure: {figure}."))).collect()
}

fn of_json(json: &Value) -> Option<Figure> {
    let text = |key: &str| Some(json.get(key)?.as_str()?.to_owned());
    Some(Figure {
        name: text("name")?,
        dataset: text("dataset")?,
        throttle: json.get("throttle")?.as_u64()?,
        value: json.get("value")?.as_f64()?,
        unit: text("unit")?,
        floor: json.get("floor").and_then(Value::as_f64),
    })
}

/// The figures for a program.
pub fn json(figures: &[Figure]) -> String {
    let one = |figure: &Figure| {
        let Figure { name, dataset, throttle, value, unit, floor } = figure;
        json!({ "name": name, "dataset": dataset, "throttle": throttle, "value": value, "unit": unit, "floor": floor,
                "ratio": figure.ratio() })
    };
    Value::Array(figures.iter().map(one).collect()).to_string()
}

/// The figures for a person.
pub fn table(figures: &[Figure]) -> String {
    let mut lines = vec![line(["figure", "book", "CPU", "value", "unit", "floor", "ratio", ""])];
    for figure in figures {
        let verdict: Vec<&str> =
            figure.bounds().map(|most| if figure.over(most, figures).is_some() { "OVER" } else { "holds" }).collect();
        lines.push(line([
            &figure.name,
            &figure.dataset,
            &format!("{}x", figure.throttle),
            &short(figure.value),
            &figure.unit,
            &figure.floor.map(short).unwrap_or_default(),
            &figure.ratio().map(short).unwrap_or_default(),
            &verdict.join(", "),
        ]));
    }
    lines.join("\n")
}

fn line(cells: [&str; 8]) -> String {
    let [name, book, throttle, value, unit, floor, ratio, verdict] = cells;
    format!("{name:<36} {book:>5} {throttle:>4} {value:>10} {unit:<6} {floor:>10} {ratio:>7}  {verdict}")
        .trim_end()
        .to_owned()
}

fn short(value: f64) -> String {
    if value >= 100.0 { format!("{value:.0}") } else { format!("{value:.1}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(name: &str, dataset: &str, throttle: u64, value: f64, floor: Option<f64>) -> Figure {
        Figure { name: name.into(), dataset: dataset.into(), throttle, value, unit: "ms".into(), floor }
    }

    #[test]
    fn each_kind_of_bound_can_be_broken() {
        let fine = [
            figure("save a member", "1x", 4, 4.0, None),
            figure("save a member", "10x", 4, 5.0, None),
            figure("read and fold", "1x", 1, 90.0, Some(30.0)),
            figure("open, warm cache", "1x", 1, 9_000.0, None),
        ];
        assert!(broken(&fine).is_empty());
        let over = [
            figure("save a member", "1x", 4, 4.0, None),
            figure("save a member", "10x", 4, 9.0, None),
            figure("read and fold", "1x", 1, 91.0, Some(30.0)),
            Figure::score("lighthouse, seo", 99.0),
        ];
        assert_eq!(broken(&over).len(), 4);
    }

    #[test]
    fn what_is_measured_is_printed_with_its_ratio() {
        let measured = r#"[{"name":"save a member","dataset":"1x","throttle":4,"value":3.0,"unit":"ms","floor":1.5}]"#;
        let figures = read(measured).unwrap();
        let printed: Value = serde_json::from_str(&json(&figures)).unwrap();
        assert_eq!(printed[0]["ratio"], 2.0);
        assert!(table(&figures).ends_with("2.0  holds"));
        assert!(read(r#"[{"name":"save a member"}]"#).is_err());
    }
}
