//! What may come after a draw when many give tickets back and few who are asked want them.

use allocation::{
    Draw,
    after::{DAY, Entry, Fields, Ledger, Next, What},
};

/// So many entries: results one after the other, each until nobody has anything to give back.
pub fn entries(draw: &Draw, count: usize) -> Vec<Entry> {
    let mut ledger = Ledger::new(draw.list().event(), Some(draw));
    let given = draw.run().allocated;
    let mut at = 0;
    while ledger.entries().len() < count {
        let requests = draw.list().requests();
        add(&mut ledger, Fields::new(What::Start, at).number(draw.list().tickets()).time(at + 100 * DAY));
        for (request, &given) in requests.iter().zip(&given) {
            add(&mut ledger, Fields::new(What::Has, at).label(&request.label).number(given));
        }
        for (request, &given) in requests.iter().zip(&given).filter(|(_, given)| **given > 0) {
            add(&mut ledger, Fields::new(What::Return, at).label(&request.label).number(given));
            at = pass_on(&mut ledger, at);
        }
        add(&mut ledger, Fields::new(What::End, at));
    }
    ledger.entries()[..count].to_vec()
}

/// Offers what came back; every fourth takes it.
fn pass_on(ledger: &mut Ledger, mut at: i64) -> i64 {
    loop {
        while let Some(next) = ledger.course().next(at) {
            let until = at + 1;
            add(
                ledger,
                match next {
                    Next::Offer(label, number) => Fields::new(What::Offer, at).label(&label).number(number).time(until),
                    Next::Table(number) => Fields::new(What::Table, at).number(number),
                },
            );
        }
        let offered = ledger.course().people().iter().find(|(_, holder)| holder.offer.is_some());
        let Some((label, offer)) = offered.and_then(|(label, holder)| Some((label.clone(), holder.offer?))) else {
            return at;
        };
        let takes = ledger.entries().len().is_multiple_of(4) && at < offer.until;
        at = if takes { at } else { at.max(offer.until) };
        add(ledger, Fields::new(if takes { What::Take } else { What::Lapse }, at).label(&label));
    }
}

#[expect(clippy::expect_used, reason = "the ledger says itself what follows")]
fn add(ledger: &mut Ledger, fields: Fields) {
    ledger.add(fields).expect("what follows");
}
