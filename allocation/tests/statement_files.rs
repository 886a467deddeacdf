//! Files of statements: read, written, checked, held against each other and against records.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "statement_files/agreement.rs"]
mod agreement;
#[path = "statement_files/contradicting.rs"]
mod contradicting;
#[path = "statement_files/faults.rs"]
mod faults;
#[path = "statement_files/shapes.rs"]
mod shapes;
mod signing;

use allocation::{
    Hash,
    statement::{Kind, PublicKey, START, Said, SigningKey, Statement, StatementFile, link},
};

const SITE: &str = "https://tickets.example.org";
const AT: &str = "2026-08-20T09:00:00.000Z";

fn key() -> SigningKey {
    SigningKey::from_seed([7; 32]).unwrap()
}

fn public() -> PublicKey {
    key().public()
}

/// A site that says one thing after the other.
#[derive(Clone)]
struct Site {
    file: StatementFile,
    link: Hash,
}

impl Site {
    fn new() -> Self {
        let file = StatementFile { site: SITE.into(), key: public(), before: START, first: 1, statements: Vec::new() };
        Self { file, link: START }
    }

    fn say(&mut self, kind: Kind, event: Option<&str>, lines: &[(&str, &str)]) -> &mut Self {
        let number = self.file.first + self.file.statements.len() as u64;
        let mut statement = Statement::new(SITE, number, AT, kind, event).unwrap();
        for (key, value) in lines {
            statement = statement.with(key, value).unwrap();
        }
        self.say_text(statement.body())
    }

    fn say_text(&mut self, body: String) -> &mut Self {
        self.link = link(self.link, allocation::statement::digest(&body));
        self.file.statements.push(Said::Shown { body, signature: key().sign(self.link) });
        self
    }

    fn withhold(&mut self, place: usize) -> &mut Self {
        self.file.statements[place] = Said::Withheld(self.file.statements[place].digest());
        self
    }
}

/// Three statements, the second withheld.
fn three() -> StatementFile {
    let mut site = Site::new();
    site.say(Kind::Commitment, Some("autumn"), &[("commitment", "c"), ("randomness", "none")]);
    site.say(Kind::Receipt, Some("autumn"), &[("to", "somebody")]).say(Kind::Reopen, None, &[]);
    site.withhold(1).file.clone()
}
