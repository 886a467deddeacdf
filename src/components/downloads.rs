use catalog::parts as say;
use leptos::prelude::*;

use super::rich;
use crate::server::services::spreadsheet::Format;

/// The ways to take a table along, the one that was taken last at the front; `csv` is the URL of its CSV file.
pub fn downloads(label: &'static str, csv: &str, last: Option<Format>) -> impl IntoView + use<> {
    let mut formats = Format::ALL;
    formats.sort_by_key(|format| Some(*format) != last);
    let links = formats.into_iter().enumerate().map(|(at, format)| {
        let between = (at > 0).then_some(" · ");
        view! { {between}<a href=in_format(csv, format) download="">{word(format)}</a> }
    });
    let links = links.collect_view().into_any();
    view! { <p class="screenonly">{rich([links], |[formats]| say::download_as(label, formats))}</p> }
}

fn word(format: Format) -> &'static str {
    match format {
        Format::Commas => "CSV",
        Format::Semicolons => say::csv_semicolons(),
        Format::Workbook => "Excel (.xlsx)",
    }
}

/// The URL of a table in a format.
fn in_format(csv: &str, format: Format) -> String {
    let (path, query) = csv.split_once('?').unwrap_or((csv, ""));
    let (path, add) = match format {
        Format::Commas => (path.to_owned(), ""),
        Format::Semicolons => (path.to_owned(), "separator=semicolon"),
        Format::Workbook => (path.replace(".csv", ".xlsx"), ""),
    };
    let query = [query, add].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("&");
    if query.is_empty() { path } else { format!("{path}?{query}") }
}

#[cfg(test)]
mod tests {
    use super::{Format, in_format};

    #[test]
    fn each_format_has_a_url_of_its_own_and_keeps_the_query() {
        let of = |csv| Format::ALL.map(|format| in_format(csv, format));
        assert_eq!(of("/events.csv"), ["/events.csv", "/events.csv?separator=semicolon", "/events.xlsx"]);
        let narrowed = ["/a.csv?q=b.csv", "/a.csv?q=b.csv&separator=semicolon", "/a.xlsx?q=b.csv"];
        assert_eq!(of("/a.csv?q=b.csv"), narrowed);
    }
}
