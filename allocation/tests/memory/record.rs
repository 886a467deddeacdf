use allocation::{
    ChainSecret, Draw, DrawNumber, Exact, Label, Randomness, Request, RequestList, Rule, SeasonLedger, Slips, Tiers,
    memory::{Entry, ledger},
    write_record,
};

use super::{ALL, one, three, two};

/// The same season as a record carries it: the file that the other programs check.
#[test]
fn the_record_of_the_worked_season_comes_out_to_the_byte() {
    let label = |name: &str| Label::parse(&name.to_lowercase()).unwrap();
    let entry = |entry: Entry<&'static str>| Entry {
        lines: entry.lines.iter().map(|(name, line)| (label(name), *line)).collect(),
        short: entry.short,
        out: entry.out,
        part: entry.part,
    };
    let ledger = ledger(&[one(), two(), three()]);
    let events = ["one", "two", "three"].map(label).into_iter().zip(ledger.into_iter().map(entry));
    let request = |name: &str| Request {
        label: label(name),
        tiers: Tiers::from_set([2, 1]).unwrap(),
        slips: Slips::ONE,
        balance: Exact::default(),
        since: Exact::default(),
        pinned: None,
    };
    let requests = ALL.iter().map(|name| request(name)).collect();
    let list = RequestList::with_season(label("four"), 5, requests, SeasonLedger::new(events)).unwrap();
    let expected = [1_000, -500, -1_000, 0, -500, 500];
    assert_eq!(list.requests().iter().map(|one| one.balance.get()).collect::<Vec<_>>(), expected);
    let chain = ChainSecret::new([9; 32]);
    let opening = (chain.commitment(), DrawNumber::FIRST, chain.code(DrawNumber::FIRST));
    let draw = Draw::new(list, Rule::EVEN_OUT_THE_SEASON, opening, Randomness::Nothing).unwrap();
    let record = write_record(&draw, &draw.run(), &serde_json::Map::new());
    assert_eq!(record, include_str!("../../../tests/second/examples/worked-season.json").trim_end());
}
