//! Bringing people in from a spreadsheet, and getting them out again.

mod file;
mod look;
mod save;

use ticket_pool::server::services::{
    Done,
    person::{self, ImportForm, Imported, Plan},
};

use crate::harness::Town;

/// Rows as Dana pastes them; whoever is new is welcomed.
pub fn pasted(rows: &str) -> ImportForm {
    ImportForm { rows: rows.into(), welcome: "on".into(), ..ImportForm::default() }
}

impl Town {
    /// What would come of it.
    pub async fn plan(&self, rows: &str) -> Plan {
        person::look_at_import(&self.site, &self.dana, &pasted(rows)).await.unwrap().unwrap()
    }

    /// Dana saves a list.
    pub async fn import(&self, rows: &str) -> Done<Imported> {
        person::save_import(&self.site, &self.dana, &pasted(rows)).await
    }
}
