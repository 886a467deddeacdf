//! The page of a season: its numbers are those of its rows, however many.

use std::time::Instant;

use super::made_up::{Counted, count, in_words, make_up};
use crate::{
    harness::{Answer, Town},
    overview::{attributes, texts},
};

/// What a page weighs at most, in bytes as they are written; compressed it is a tenth.
const MOST: usize = 64_000;

/// The rows of a table below a heading, cell by cell.
fn rows(page: &Answer, section: &str) -> Vec<Vec<String>> {
    let columns = texts(page, &format!("section[aria-labelledby={section}] .list thead th")).len();
    let cells = texts(page, &format!("section[aria-labelledby={section}] .list tbody tr > *"));
    cells.chunks(columns.max(1)).map(<[String]>::to_vec).collect()
}

/// Everyone, furthest behind first, as the file has them: by balance alone, since names may stand in any order beside it.
async fn file_is_right(town: &Town, counted: &Counted) {
    let file = town.browser_of(&town.dana).await.get("/seasons/1/people.csv").await;
    let lines: Vec<Vec<&str>> = file.body.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert_eq!(lines.len(), counted.people.len());
    let mut last = i64::MAX;
    for line in lines {
        let came = &counted.people[line[0]];
        let sign = if came.balance < 0 { "-" } else { "" };
        let balance = format!("{sign}{}.{:03}", came.balance.abs() / 1_000, came.balance.abs() % 1_000);
        let entries = 1_u64 << came.losses.min(6);
        let expected =
            [came.asked.to_string(), came.got.to_string(), balance, came.losses.to_string(), entries.to_string()];
        assert_eq!(line[2..], expected.each_ref().map(String::as_str), "{}", line[0]);
        assert!(came.balance <= last, "furthest behind first");
        last = came.balance;
    }
}

/// The page as Dana sees it.
async fn page_is_right(town: &Town, (people, events): (usize, usize), counted: &Counted) {
    let before = Instant::now();
    let page = town.browser_of(&town.dana).await.get("/seasons/1").await;
    println!("{people} people, {events} events: {} bytes in {:?}", page.body.len(), before.elapsed());
    assert_eq!(page.status, 200);
    assert!(page.body.len() < MOST, "{people} people: {} bytes", page.body.len());
    let told = texts(&page, "main > p.num")[0].clone();
    let count = |count: usize, one: &str, many: &str| {
        format!("{} {}", catalog::number(i64::try_from(count).unwrap()), if count == 1 { one } else { many })
    };
    assert!(told.starts_with(&count(events, "event", "events")), "{told}");
    assert!(told.ends_with(&count(counted.people.len(), "person", "people")), "{told}");
    if counted.people.is_empty() {
        assert_eq!(page.count("svg[role=img]"), 0, "nothing to draw");
        return;
    }
    let listed = rows(&page, "share");
    assert_eq!(listed.len(), counted.people.len().min(40));
    for row in &listed {
        let came = &counted.people[&row[0]];
        assert_eq!(row[1], in_words(came.balance), "{row:?}");
        assert_eq!(row[2], format!("{} of {}", came.got, came.asked), "{row:?}");
    }
    let time = rows(&page, "time");
    for (row, (name, _, spread)) in time.iter().zip(counted.spreads.iter().rev()) {
        assert_eq!(row[0], *name);
        assert_eq!(row[3..6], spread.map(in_words), "{name}");
    }
    assert_eq!(time.len(), counted.spreads.len().min(24));
    let kinds = rows(&page, "kinds");
    assert_eq!(kinds.len(), counted.kinds.len());
    for (row, ((wanted, flexible), (asked, got))) in kinds.iter().zip(&counted.kinds) {
        let name = if *flexible { format!("{wanted}, or fewer") } else { format!("Only {wanted}") };
        let number = |count: u64| catalog::number(count.try_into().unwrap());
        let percent = format!("{}%", (got * 100 + asked / 2) / asked);
        assert_eq!(*row, [name, number(*asked), number(*got), percent]);
    }
    // Behind and ahead in the picture's sentence.
    let label = attributes(&page, "section[aria-labelledby=share] .rows", "aria-label").concat();
    let behind = counted.people.values().filter(|came| came.balance >= 50).count();
    assert!(label.starts_with(&count(behind, "person is behind", "people are behind")), "{label}");
}

/// What the judgment says.
fn judged(counted: &Counted) -> String {
    let mut apart: Vec<i64> = counted.people.values().map(|came| came.balance.abs()).collect();
    apart.sort_unstable();
    let within = apart[(apart.len() * 8).div_ceil(10) - 1];
    let without = counted.people.values().filter(|came| came.asked >= 3 && came.got == 0).count();
    // A bound: nobody of the eight is beyond it.
    let by = in_words((within + 99) / 100 * 100).replace(" behind", "");
    let first = match by.as_str() {
        "even" => "Nearly everyone has had their fair share.".to_owned(),
        by => format!("8 in 10 people are within {by} tickets of their fair share."),
    };
    match without {
        0 => first,
        1 => format!("{first} 1 person has asked 3 times or more and gotten nothing."),
        more => format!("{first} {more} people have asked 3 times or more and gotten nothing."),
    }
}

async fn all_is_right(town: &Town, people: u32, events: u32, rare: u32) {
    make_up(town, people, events, rare).await;
    let counted = count(town).await;
    page_is_right(town, (people as usize, events as usize), &counted).await;
    file_is_right(town, &counted).await;
    if !counted.people.is_empty() {
        let page = town.browser_of(&town.dana).await.get("/seasons/1").await;
        assert_eq!(texts(&page, "main > p.lead"), [judged(&counted)]);
    }
}

both! {
    async fn a_season_without_events_says_so(town: Town) {
        for who in [&town.dana, &town.asha] {
            let page = town.browser_of(who).await.get("/seasons/1").await;
            assert_eq!(page.status, 200);
            assert_eq!(texts(&page, "main > p.lead"), ["No events in this season yet."]);
            assert_eq!(page.count("section"), 0);
        }
        town.match_day().await;
        let page = town.browser_of(&town.asha).await.get("/seasons/1").await;
        let says = "Nobody is ahead or behind yet. That changes once the first event of this season is final.";
        assert_eq!(texts(&page, "main > p.lead"), [says]);
    }

    async fn events_that_nobody_asked_for_draw_nothing(town: Town) {
        all_is_right(&town, 0, 3, 1).await;
    }

    async fn one_person_and_one_event_are_a_season(town: Town) {
        all_is_right(&town, 1, 1, 1).await;
    }

    async fn sixty_people_and_twelve_events_are_counted_right(town: Town) {
        all_is_right(&town, 60, 12, 3).await;
    }

    async fn two_thousand_people_and_three_hundred_events_are_counted_right(town: Town) {
        all_is_right(&town, 2_000, 300, 20).await;
        // Every page of them is as light, and nobody stands on two.
        let mut dana = town.browser_of(&town.dana).await;
        let mut seen = std::collections::BTreeSet::new();
        for number in 1..=50 {
            let page = dana.get(&format!("/seasons/1?page={number}")).await;
            assert!(page.body.len() < MOST, "page {number}: {}", page.body.len());
            for row in rows(&page, "share") {
                assert!(seen.insert(row[0].clone()), "{row:?}");
            }
        }
        assert_eq!(seen.len(), count(&town).await.people.len());
        // Without names it is light, too.
        let page = town.browser_of(&town.asha).await.get("/seasons/1").await;
        assert!(page.body.len() < MOST, "{}", page.body.len());
        assert_eq!(rows(&page, "share").iter().map(|row| row[1].replace(',', "").parse::<usize>().unwrap()).sum::<usize>(), seen.len());
    }
}
