use catalog::{decimal, season as say};
use leptos::prelude::*;

use super::{beside, tenths};
use crate::{
    components::{
        BY_NAME, Dots,
        chart::{chart, diverging, strip, table},
        pager,
    },
    paths,
    server::{
        db::season_people::SeasonPerson,
        services::season::{Everyone, Overview, PAGE},
    },
    words::Apart,
};

/// How many stand in the picture by name: those furthest behind, and those furthest ahead.
const FIRST: usize = 10;
const LAST: usize = 5;
/// How many dots stand beside a name.
const DOTS: usize = 12;

/// Who is ahead and who is behind: by name, or as dots without names.
pub(super) fn share(seen: &Overview) -> AnyView {
    if seen.balances.is_empty() {
        return ().into_any();
    }
    match &seen.everyone {
        Some(everyone) => by_name(seen, everyone).into_any(),
        None => without_names(seen).into_any(),
    }
}

/// The picture as a sentence.
fn label(balances: &[i64]) -> String {
    let count =
        |of: fn(u64, bool) -> bool| balances.iter().filter(|&&behind| of(tenths(behind), behind > 0)).count() as u64;
    let most = |behind: i64| decimal(tenths(behind.max(0)));
    let (behind, ahead) = (count(|by, behind| by > 0 && behind), count(|by, behind| by > 0 && !behind));
    let (first, last) = (balances.first().copied().unwrap_or(0), balances.last().copied().unwrap_or(0));
    say::share_label(behind, most(first), ahead, most(-last), balances.len() as u64 - behind - ahead)
}

fn by_name(seen: &Overview, everyone: &Everyone) -> impl IntoView + use<> {
    let people = &everyone.people;
    let most = seen.balances.iter().map(|behind| behind.abs()).max().unwrap_or(0);
    let apart = apart(people, everyone.lists);
    let line = |person: &SeasonPerson| {
        let behind = person.so_far.standing.balance.get();
        let recent = person.recent[person.recent.len().saturating_sub(DOTS)..].to_vec();
        view! {
            <li>
                <span>{named(person, everyone, &apart)}</span>
                {diverging(behind, most)}
                <span class="num">{beside(behind)}</span>
                <span class="num small muted">{say::times(person.so_far.got, person.so_far.asked)}" "<Dots got=recent/></span>
            </li>
        }
    };
    let all = people.len() <= FIRST + LAST;
    let first = people.iter().take(if all { people.len() } else { FIRST }).map(line).collect_view();
    let rest = (!all).then(|| {
        let between = say::between(people.len() - FIRST - LAST);
        let last = people[people.len() - LAST..].iter().map(line).collect_view();
        view! { <li class="small muted">{between}</li>{last} }
    });
    let picture = view! { <ol class="rows" aria-label=label(&seen.balances)>{first}{rest}</ol> };
    let rows = everyone.listed().iter().map(|person| {
        let so_far = person.so_far;
        [
            named(person, everyone, &apart),
            beside(so_far.standing.balance.get()).into_any(),
            say::times(so_far.got, so_far.asked).into_any(),
            catalog::number(so_far.standing.slips().get().into()).into_any(),
        ]
    });
    let rows: Vec<_> = rows.collect();
    let titles = [say::person(), say::balance(), say::went(), say::entries()];
    // The last column stands where something was noted at a door.
    let table = if people.iter().any(|person| person.noted > 0) {
        let [one, two, three, four] = titles;
        let rows = rows.into_iter().zip(everyone.listed()).map(|([one, two, three, four], person)| {
            let unused = (person.noted > 0).then(|| say::times(person.unused, person.noted));
            [one, two, three, four, unused.unwrap_or_else(|| "–".to_owned()).into_any()]
        });
        table([one, two, three, four, say::not_used()], rows.collect::<Vec<_>>()).into_any()
    } else {
        table(titles, rows).into_any()
    };
    let below = view! { <p id="everyone" class="small muted">{range(everyone)}</p>{table}{leaf(seen, everyone)} };
    chart("share", say::share(), say::share_reads(), picture, below)
}

/// Which people are listed.
pub(super) fn range(everyone: &Everyone) -> String {
    let before = (everyone.page - 1) * PAGE;
    say::pages_listed(before + 1, before + everyone.listed().len(), everyone.people.len())
}

/// The ways to the other people.
pub(super) fn leaf(seen: &Overview, everyone: &Everyone) -> impl IntoView + use<> {
    let id = seen.season.id;
    pager(BY_NAME, everyone.page as u64, everyone.pages as u64, move |page| paths::season_page(id, page))
}

/// What tells apart those who look the same by their names.
pub(super) fn apart(people: &[SeasonPerson], lists: bool) -> Apart {
    Apart::among(people.iter().map(|person| (person.name.as_str(), person.email.as_str())), lists)
}

/// A name: for whoever manages people, the way to their page.
pub(super) fn named(person: &SeasonPerson, everyone: &Everyone, apart: &Apart) -> AnyView {
    let beside = apart.beside(&person.name, &person.email);
    let beside = beside.map(|email| view! { " "<small class="muted user-text">{email}</small> });
    let name = person.name.clone();
    if everyone.manages {
        view! { <a class="user-text" href=paths::person(person.id)>{name}</a>{beside} }.into_any()
    } else {
        view! { <span class="user-text">{name}</span>{beside} }.into_any()
    }
}

/// Everyone as a dot, and how many dots stand where.
fn without_names(seen: &Overview) -> impl IntoView + use<> {
    let balances = &seen.balances;
    let own = seen.own.as_ref().map(|own| own.so_far.standing.balance.get());
    let middle = seen.course.spread.last().map(|(_, spread)| (spread.low.get(), spread.high.get()));
    let picture = strip(balances, middle, own, label(balances));
    // Furthest behind first, half a ticket a row.
    let mut steps: Vec<(i64, u64)> = Vec::new();
    for behind in balances {
        let step = behind.div_euclid(500);
        match steps.last_mut() {
            Some((last, people)) if *last == step => *people += 1,
            _ => steps.push((step, 1)),
        }
    }
    let rows = steps.into_iter().map(|(step, people)| {
        [beside(step * 500).into_any(), catalog::number(i64::try_from(people).unwrap_or(i64::MAX)).into_any()]
    });
    let rows: Vec<_> = rows.collect();
    chart(
        "share",
        say::share(),
        say::share_reads_dots(),
        picture,
        table([say::balances_from(), say::balances_people()], rows),
    )
}
