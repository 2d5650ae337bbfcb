//! What was printed of programmes, as it was printed.

use super::book::area_name;
use crate::domain::{FIVE_YEARS, RegionCode};
use crate::i18n::Lang;
use crate::scene::{Figure, Form, Row};
use crate::stats::{Given, Nature, published as given};

/// Every figure with its year, place, programme and nature.
pub fn published(lang: Lang) -> Figure {
    let t = lang.texts();
    let columns = Vec::from(["KUBE", t.chart_persons, t.chart_rupiah, t.chart_source_head].map(str::to_owned));
    let row = |name: String, numbers: [Option<i64>; 3], source: &str| {
        let text = |(at, number): (usize, &Option<i64>)| {
            number.map_or_else(String::new, |it| if at == 2 { lang.amount(it) } else { lang.whole(it) })
        };
        let texts = numbers.iter().enumerate().map(text).chain([source.to_owned()]).collect();
        let numbers = numbers.into_iter().chain([None]).collect();
        Row { numbers, ..Row::told(name, &columns, texts) }
    };
    let area = |area: RegionCode| {
        if area == RegionCode::KALTIM { t.chart_kaltim.to_owned() } else { area_name(lang, Some(area)) }
    };
    let all = given();
    let rows = all.iter().map(|one: &Given| {
        let name = format!("{} {}, {} ({})", one.period, area(one.area), one.programme, lang.nature(one.nature));
        row(name, [one.groups, one.persons, one.rupiah], one.source)
    });
    let five = FIVE_YEARS.map(|number| Some(i64::from(number)));
    let name = format!("{}, {} ({})", t.chart_five_years, t.chart_kaltim, lang.nature(Nature::Result));
    let five = row(name, [five[0], five[1], None], t.chart_press_release);
    let of = |nature: Nature| all.iter().filter(|one| one.nature == nature).count();
    Figure {
        finding: lang.published_finding([of(Nature::Target), of(Nature::Allocation), of(Nature::Result) + 1]),
        note: t.chart_published_note.to_owned(),
        rows: std::iter::once(five).chain(rows).collect(),
        columns,
        ..Figure::new(Form::Cells)
    }
}
