//! How long draws take, and how that grows with the number of requests.
//!
//! ```text
//! cargo bench -p allocation --bench draw
//! ```
//!
//! `docs/PERFORMANCE.md` says what came out.

#[path = "draw/crowd.rs"]
mod crowd;
#[path = "draw/ledger.rs"]
mod ledger;

use std::{hint::black_box, time::Duration};

use allocation::{Fill, Hash, Order, Record, RequestList, Rule, after::Ledger, forecast, write_record};
use criterion::{BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};
use serde_json::Map;

const SIZES: [u32; 3] = [1_000, 100_000, 1_000_000];

/// The whole draw: every order with one fill, then every fill with one order.
fn draws(criterion: &mut Criterion) {
    let orders = Order::ALL.map(|order| Rule { order, fill: Fill::Turns });
    let fills = Fill::ALL.map(|fill| Rule { order: Order::Equal, fill });
    for (name, rules) in [("order", orders.as_slice()), ("fill", &fills)] {
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10).sampling_mode(SamplingMode::Flat).measurement_time(Duration::from_secs(3));
        for size in SIZES {
            let list = crowd::list(size);
            for &rule in rules {
                let draw = crowd::draw(list.clone(), rule);
                let id = BenchmarkId::new(rule.to_string(), size);
                group.bench_function(id, |bencher| bencher.iter(|| black_box(&draw).run()));
            }
        }
        group.finish();
    }
}

/// What is published when requests close, and putting the list together.
fn lists(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("list");
    group.sample_size(10).sampling_mode(SamplingMode::Flat).measurement_time(Duration::from_secs(3));
    for size in SIZES {
        let list = crowd::list(size);
        let id = BenchmarkId::new("digest", size);
        group.bench_function(id, |bencher| bencher.iter(|| black_box(&list).digest()));
        let requests = || list.requests().to_vec();
        let id = BenchmarkId::new("new", size);
        group.bench_function(id, |bencher| {
            let new = |requests| RequestList::new(list.event().clone(), list.tickets(), requests);
            bencher.iter_batched(requests, new, criterion::BatchSize::PerIteration);
        });
    }
    group.finish();
}

/// What happened after a draw of 1,000 requests: replaying 10,000 entries, with every fill.
fn ledgers(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("after");
    group.sample_size(10).sampling_mode(SamplingMode::Flat).measurement_time(Duration::from_secs(3));
    for fill in Fill::ALL {
        let draw = crowd::draw(crowd::list(1_000), Rule { order: Order::Equal, fill });
        let entries = ledger::entries(&draw, 10_000);
        group.bench_function(BenchmarkId::new(fill.as_str(), entries.len()), |bencher| {
            bencher.iter(|| {
                let mut ledger = Ledger::new(draw.list().event(), Some(&draw));
                black_box(&entries).iter().try_for_each(|entry| ledger.replay(entry.clone())).map(|()| ledger.head())
            });
        });
    }
    group.finish();
}

/// A record: reading its text, and recomputing what it says.
fn records(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("record");
    group.sample_size(10).sampling_mode(SamplingMode::Flat).measurement_time(Duration::from_secs(3));
    for size in [1_000, 100_000] {
        let draw = crowd::draw(crowd::list(size), Rule::EVEN_OUT_THE_SEASON);
        let text = write_record(&draw, &draw.run(), &Map::new());
        let id = BenchmarkId::new("read", size);
        group.bench_function(id, |bencher| bencher.iter(|| Record::read(black_box(text.as_bytes()))));
        let Ok(record) = Record::read(text.as_bytes()) else { continue };
        let id = BenchmarkId::new("check", size);
        group.bench_function(id, |bencher| bencher.iter(|| black_box(&record).check(&mut ())));
    }
    group.finish();
}

/// All twenty rules, 2,000 draws: what the organizer waits for before choosing one.
fn forecasts(criterion: &mut Criterion) {
    let rules: Vec<Rule> = Rule::all().collect();
    let mut group = criterion.benchmark_group("forecast");
    group.sample_size(10).sampling_mode(SamplingMode::Flat).measurement_time(Duration::from_secs(5));
    for size in [60, 500] {
        let list = crowd::list(size);
        let id = BenchmarkId::new("20 rules, 2000 draws", size);
        group
            .bench_function(id, |bencher| bencher.iter(|| forecast(black_box(&list), &rules, 0..2_000, Hash([7; 32]))));
    }
    group.finish();
}

criterion_group!(benches, draws, lists, ledgers, records, forecasts);
criterion_main!(benches);
