use leptos::prelude::*;

/// The table of a chart: what each row is about, then its numbers.
pub fn table<const COLUMNS: usize>(
    titles: [&'static str; COLUMNS],
    rows: impl IntoIterator<Item = [AnyView; COLUMNS]>,
) -> impl IntoView {
    let head = titles.iter().enumerate().map(|(place, title)| {
        let class = (place > 0).then_some("num");
        view! { <th scope="col" class=class>{*title}</th> }
    });
    let head = head.collect_view();
    let row = |cells: [AnyView; COLUMNS]| {
        let mut cells = cells.into_iter().zip(titles);
        let about = cells.next().map(|(cell, _)| view! { <th scope="row">{cell}</th> });
        let numbers = cells.map(|(cell, title)| view! { <td class="num" data-label=title>{cell}</td> }).collect_view();
        view! { <tr>{about}{numbers}</tr> }
    };
    let rows = rows.into_iter().map(row).collect_view();
    view! {
        <div class="listing">
            <table class="list"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
}
