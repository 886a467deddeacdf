//! Every page: where it is, whom it is for, whether it holds an island.

use ticket_pool::{
    domain::ids::{EventId, PersonId},
    server::{
        auth::Actor,
        services::{allocation::Telling, event},
    },
};

use crate::harness::{Browser, Town};

/// Whom a page is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum For {
    Everybody,
    SignedIn,
    Organizers,
    /// Otto, who runs the event, and admins.
    ThoseWhoRunIt,
    Admins,
}

/// One page.
#[derive(Clone, Debug)]
pub struct Place {
    /// Its pattern among the routes.
    pub route: &'static str,
    pub path: String,
    pub is_for: For,
    pub island: bool,
    /// What it answers to those it is for.
    pub status: u16,
}

/// Otto's events, one in each state.
#[derive(Clone, Copy, Debug)]
pub struct Numbers {
    pub open: EventId,
    pub closed: EventId,
    pub ready: EventId,
    pub finalized: EventId,
    pub cancelled: EventId,
    pub asha: PersonId,
}

/// Makes the events; Asha and Bram ask for each.
pub async fn found(town: &Town) -> Numbers {
    let open = town.match_day().await;
    town.ask(open, &town.asha, &[4, 2]).await.unwrap();
    town.ask(open, &town.bram, &[3, 1]).await.unwrap();
    let (closed, ready) = (town.closed_match().await, town.closed_match().await);
    town.give(ready, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
    let finalized = town.closed_match().await;
    town.give(finalized, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
    town.finalize(finalized, Telling::Changed).await.unwrap();
    let cancelled = town.closed_match().await;
    event::cancel(&town.site, &town.otto, cancelled).await.unwrap();
    let binned = town.match_day().await;
    event::delete(&town.site, &town.dana, binned).await.unwrap();
    Numbers { open, closed, ready, finalized, cancelled, asha: town.asha.person }
}

/// All pages, each at least once.
pub fn places(numbers: Numbers) -> Vec<Place> {
    let Numbers { open, closed, ready, finalized, cancelled, asha } = numbers;
    let place = |route: &'static str, path: String, is_for, island| Place { route, path, is_for, island, status: 200 };
    let plain = |route: &'static str, is_for| place(route, route.to_owned(), is_for, false);
    let of = |route: &'static str, number: EventId, is_for, island| {
        let path = route.replace("{number}", &number.to_string()).replace("{person}", &asha.to_string());
        place(route, path, is_for, island)
    };
    let problem = |word: &str, status| Place {
        status,
        ..place("/problem/{word}", format!("/problem/{word}"), For::Everybody, false)
    };
    let mut places = vec![
        plain("/", For::SignedIn),
        plain("/sign-in", For::Everybody),
        plain("/sign-in/check-mail", For::Everybody),
        plain("/accessibility", For::Everybody),
        plain("/offline", For::Everybody),
        plain("/styleguide", For::SignedIn),
        plain("/account", For::SignedIn),
        plain("/events", For::SignedIn),
        plain("/events/new", For::Organizers),
        plain("/seasons", For::Organizers),
        place("/seasons/{number}", "/seasons/1".into(), For::SignedIn, false),
        plain("/admin", For::Admins),
        plain("/admin/people", For::Admins),
        plain("/admin/people/new", For::Admins),
        plain("/admin/people/import", For::Admins),
        plain("/admin/mail", For::Admins),
        plain("/admin/settings", For::Admins),
        plain("/admin/audit", For::Admins),
        plain("/admin/events", For::Admins),
        plain("/admin/bin", For::Admins),
        place("/sign-in/link/{token}", "/sign-in/link/x".into(), For::Everybody, false),
        place("/emails/{token}", "/emails/x".into(), For::Everybody, false),
        place("/offers/{token}", "/offers/x".into(), For::Everybody, false),
        place("/undo-address/{token}", "/undo-address/x".into(), For::Everybody, false),
        place("/set-up/{token}", "/set-up/x".into(), For::Everybody, false),
        place("/admin/people/{number}", format!("/admin/people/{asha}"), For::Admins, false),
        problem("forbidden", 403),
        problem("not-found", 404),
        problem("failed", 200),
        problem("signed-out", 401),
        problem("garbled", 400),
        problem("too-many", 429),
        problem("anything", 404),
        of("/events/{number}/edit", open, For::ThoseWhoRunIt, false),
        of("/events/{number}/organizers", open, For::ThoseWhoRunIt, false),
        of("/events/{number}/after", open, For::ThoseWhoRunIt, false),
        of("/events/{number}/handouts", finalized, For::ThoseWhoRunIt, false),
        of("/events/{number}/request", open, For::SignedIn, true),
        of("/events/{number}/request-for", open, For::ThoseWhoRunIt, false),
        of("/events/{number}/request-for/{person}", open, For::ThoseWhoRunIt, true),
        of("/events/{number}/request-for/{person}", closed, For::ThoseWhoRunIt, true),
        of("/events/{number}/allocate", open, For::ThoseWhoRunIt, false),
        of("/events/{number}/allocate", closed, For::ThoseWhoRunIt, true),
        of("/events/{number}/allocate/draw", closed, For::ThoseWhoRunIt, false),
        of("/events/{number}/allocate/draw", ready, For::ThoseWhoRunIt, false),
        of("/events/{number}/statements", open, For::SignedIn, false),
        of("/events/{number}/statements", finalized, For::SignedIn, false),
        of("/events/{number}/draw", open, For::SignedIn, false),
        of("/events/{number}/draw", closed, For::SignedIn, false),
        of("/events/{number}/draw", finalized, For::SignedIn, false),
        of("/events/{number}/review", closed, For::ThoseWhoRunIt, false),
        of("/events/{number}/review", ready, For::ThoseWhoRunIt, false),
        of("/events/{number}/results", closed, For::ThoseWhoRunIt, false),
        of("/events/{number}/results", finalized, For::ThoseWhoRunIt, false),
        of("/events/{number}/door", finalized, For::ThoseWhoRunIt, false),
    ];
    places.extend(
        [open, closed, finalized, cancelled].map(|number| of("/events/{number}", number, For::SignedIn, false)),
    );
    places
}

/// Someone and their browser.
pub type Visitor = (&'static str, Option<Actor>, Browser);

/// Nobody in particular, and one of each kind of person.
pub async fn visitors(town: &Town) -> Vec<Visitor> {
    let mut all = vec![("nobody", None, town.browser())];
    for (name, who) in [("Bram", &town.bram), ("Olga", &town.olga), ("Otto", &town.otto), ("Dana", &town.dana)] {
        all.push((name, Some(who.clone()), town.browser_of(who).await));
    }
    all
}

impl For {
    /// Whether a page is for someone of that name.
    pub fn admits(self, name: &str) -> bool {
        match self {
            Self::Everybody => true,
            Self::SignedIn => name != "nobody",
            Self::Organizers => matches!(name, "Olga" | "Otto" | "Dana"),
            Self::ThoseWhoRunIt => matches!(name, "Otto" | "Dana"),
            Self::Admins => name == "Dana",
        }
    }
}
