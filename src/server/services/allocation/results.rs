use allocation::Totals;

use super::sheet::sheet;
use crate::{
    domain::event::EventStatus,
    error::Obstacle,
    server::{
        auth::Actor,
        db::{
            DbErr,
            events::Event,
            requests::{self, Request},
        },
        services::{Done, event},
        site::Site,
    },
    words,
};

/// The result as a list, for paper or a spreadsheet.
#[derive(Debug)]
pub struct Results {
    pub event: Event,
    pub status: EventStatus,
    pub requests: Vec<Request>,
    pub totals: Totals,
}

/// The result of a closed or finalized event, for who runs it.
pub async fn results(site: &Site, actor: &Actor, number: i32) -> Done<Results> {
    let event = event::find_to_edit(site, actor, number).await?;
    let status = event.status_at(site.now());
    if status == EventStatus::Open {
        return Err(Obstacle::RequestsOpen.into());
    }
    let requests = requests::of_event(site.db.read(), number).await?;
    let totals = sheet(event.tickets, &requests).totals();
    Ok(Results { event, status, requests, totals })
}

/// The result as CSV (RFC 4180, UTF-8 with a mark so that spreadsheets see it). A cell that a spreadsheet would run as
/// a formula is led by an apostrophe (OWASP, CSV injection).
pub async fn results_csv(site: &Site, actor: &Actor, number: i32) -> Done<Vec<u8>> {
    let results = results(site, actor, number).await?;
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(vec![0xEF, 0xBB, 0xBF]);
    let failed = |error: csv::Error| DbErr::Custom(format!("writing CSV: {error}"));
    writer.write_record(["Name", "Mail", "Asked for", "Given", "Reason", "Note"]).map_err(failed)?;
    for request in &results.requests {
        let given = request.allocated.map(|given| given.to_string()).unwrap_or_default();
        let wish = words::wish(&request.tiers);
        let cells = [&request.name, &request.email, &wish, &given, &request.reason, &request.note];
        writer.write_record(cells.map(|cell| plain_cell(cell))).map_err(failed)?;
    }
    Ok(writer.into_inner().map_err(|error| DbErr::Custom(format!("writing CSV: {error}")))?)
}

/// A cell that no spreadsheet takes for a formula.
fn plain_cell(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::plain_cell;

    #[test]
    fn a_cell_is_never_a_formula() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"] {
            assert!(plain_cell(formula).starts_with('\''));
        }
        assert_eq!(plain_cell("Zoë"), "Zoë");
    }
}
