//! A figure as plain text, for a message or a letter: title, finding, the table with a tab between cells, and the note. Pasted into a
//! sheet, the lines of the table come to stand in its cells.

use super::Figure;

/// The text.
pub fn plain(figure: &Figure) -> String {
    let heads: Vec<String> = std::iter::once(figure.axis.clone()).chain(figure.heads()).collect();
    let mut lines = vec![figure.title.clone(), figure.finding.clone(), String::new(), heads.join("\t")];
    for row in figure.rows.iter().chain(&figure.total) {
        let cells: Vec<&str> = std::iter::once(&row.name).chain(&row.texts).map(String::as_str).collect();
        lines.push(cells.join("\t"));
    }
    lines.push(String::new());
    lines.push(figure.note.clone());
    lines.extend(figure.breaks.iter().map(|(_, why)| why.clone()));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::plain;
    use crate::scene::{Figure, Form, Row, csv};

    fn row(name: &str, texts: [&str; 2]) -> Row {
        Row { name: name.to_owned(), texts: texts.map(str::to_owned).into(), ..Row::default() }
    }

    #[test]
    fn the_text_has_the_cells_of_the_file() {
        let figure = Figure {
            title: "KUBE per kota".to_owned(),
            finding: "Samarinda terbanyak.".to_owned(),
            note: "Sumber: buku ini.".to_owned(),
            axis: "Kota".to_owned(),
            columns: vec!["Terdaftar".to_owned(), "Alokasi".to_owned()],
            rows: vec![row("Samarinda", ["1.020", "20"]), row("Paser", ["", "–"])],
            total: Some(row("Jumlah", ["1.020", "20"])),
            breaks: vec![(1, "Sejak 2015 tanpa Kaltara".to_owned())],
            ..Figure::new(Form::Bars)
        };
        let (text, file) = (plain(&figure), csv(&figure));
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[..3], ["KUBE per kota", "Samarinda terbanyak.", ""]);
        assert_eq!(lines[7..], ["", "Sumber: buku ini.", "Sejak 2015 tanpa Kaltara"]);
        let cells = |line: &str, between: char| line.split(between).map(str::to_owned).collect::<Vec<_>>();
        let told: Vec<_> = lines[3..7].iter().map(|line| cells(line, '\t')).collect();
        let kept: Vec<_> = file.trim_start_matches('\u{feff}').lines().take(4).map(|line| cells(line, ';')).collect();
        assert_eq!(told, kept);
    }
}
