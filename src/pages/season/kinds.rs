use catalog::season as say;
use leptos::prelude::*;

use super::percent;
use crate::{
    components::chart::{chart, share, table},
    server::{db::course::Kind, services::season::Overview},
};

/// How many largest numbers stand in the picture.
const WANTED: usize = 6;

/// Which requests got something: those that accept only one number, and those that would take fewer, too.
pub(super) fn kinds(seen: &Overview) -> AnyView {
    let kinds = &seen.course.kinds;
    if kinds.is_empty() {
        return ().into_any();
    }
    let sum = |flexible: bool| {
        let those = kinds.iter().filter(|kind| kind.flexible == flexible);
        those.fold((0, 0), |(got, asked), kind| (got + kind.got, asked + kind.asked))
    };
    let ((flexible, of_flexible), (only, of_only)) = (sum(true), sum(false));
    let label = if of_flexible > 0 && of_only > 0 {
        say::kinds_label(percent(flexible, of_flexible), percent(only, of_only))
    } else {
        say::kinds_label_one(percent(flexible + only, of_flexible + of_only))
    };
    let rows = most_wanted(kinds).into_iter().map(|kind| {
        view! {
            <li>
                <span>{name(kind)}</span>
                {share(kind.got, kind.asked)}
                <span class="num">{say::percent_of(percent(kind.got, kind.asked), kind.asked)}</span>
            </li>
        }
    });
    let picture = view! { <ul class="rows" aria-label=label>{rows.collect_view()}</ul> };
    let rows = kinds.iter().map(|kind| {
        let [asked, got] = [kind.asked, kind.got].map(|count| i64::try_from(count).unwrap_or(i64::MAX));
        [
            name(kind).into_any(),
            catalog::number(asked).into_any(),
            catalog::number(got).into_any(),
            say::percent(percent(kind.got, kind.asked)).into_any(),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let titles = [say::kind(), say::asked(), say::went(), say::share()];
    chart("kinds", say::kinds(), say::kinds_reads(), picture, table(titles, rows)).into_any()
}

/// Those of the largest numbers that were asked for most, the smallest first.
fn most_wanted(kinds: &[Kind]) -> Vec<&Kind> {
    let asked = |wanted: u32| kinds.iter().filter(|kind| kind.wanted == wanted).map(|kind| kind.asked).sum::<u64>();
    let mut wanted: Vec<u32> = kinds.iter().map(|kind| kind.wanted).collect();
    wanted.dedup();
    wanted.sort_by_key(|&wanted| std::cmp::Reverse(asked(wanted)));
    wanted.truncate(WANTED);
    kinds.iter().filter(|kind| wanted.contains(&kind.wanted)).collect()
}

fn name(kind: &Kind) -> String {
    if kind.flexible { say::or_fewer(kind.wanted) } else { say::only(kind.wanted) }
}
