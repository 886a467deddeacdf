use std::{
    fmt::Debug,
    sync::{Arc, OnceLock},
};

use axum::Router;
use chrono::{DateTime, TimeDelta, Utc};
use ticket_pool::{
    domain::{
        ids::{SeasonId, SessionId},
        person::{Email, Role},
    },
    error::Refusal,
    router::router,
    server::{
        auth::{Actor, Client},
        beacon::Beacon,
        chance::SystemChance,
        clock::StandingClock,
        comparisons::Comparisons,
        config::{Settings, Source},
        db::{Db, people, stewards},
        http::assets::Assets,
        orders::Orders,
        services::{Done, Refused, person, set_up},
        site::{Parts, Site},
        sns::Sns,
    },
};

use super::{beacon, person_form};

/// A site with its people: Dana is its admin, Otto and Olga organize and keep the season "General", Asha and Bram ask for
/// tickets.
///
/// It is noon (UTC) on November 22, 2026, until someone moves the clock.
#[derive(Clone)]
pub struct Town {
    pub site: Site,
    pub clock: Arc<StandingClock>,
    pub dana: Actor,
    pub otto: Actor,
    pub olga: Actor,
    pub asha: Actor,
    pub bram: Actor,
    router: Arc<OnceLock<Router>>,
}

/// The key of every town.
pub const SECRET_KEY: &str = "0123456789abcdef0123456789abcdef";

/// What a town's settings say, over which a test may lay its own.
const SETTINGS: [(&str, &str); 4] = [
    ("DRAND_URLS", "none"),
    ("DATABASE", "/nowhere/tickets.db"),
    ("SECRET_KEY", SECRET_KEY),
    ("APP_URL", "http://localhost:5000"),
];

impl Town {
    /// Brings the people into an empty database.
    pub(super) async fn found(db: &Db) {
        let (site, _) = site(db.clone());
        set_up::make_admin(&site, &person_form("Dana", Role::Admin)).await.unwrap();
        let dana = actor(&site, "Dana").await;
        for (name, role) in
            [("Otto", Role::Organizer), ("Olga", Role::Organizer), ("Asha", Role::Member), ("Bram", Role::Member)]
        {
            person::add(&site, &dana, &person_form(name, role)).await.unwrap();
        }
        let [otto, olga] = [actor(&site, "Otto").await.person, actor(&site, "Olga").await.person];
        let tx = db.write_tx().await.unwrap();
        let general = SeasonId::new(1);
        stewards::insert_all(&tx, [otto, olga].map(|who| (general, who, site.now()))).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The town in a database where it was founded.
    pub(super) async fn of(db: Db) -> Self {
        let (site, clock) = site(db);
        let [dana, otto, olga, asha, bram] = [
            actor(&site, "Dana").await,
            actor(&site, "Otto").await,
            actor(&site, "Olga").await,
            actor(&site, "Asha").await,
            actor(&site, "Bram").await,
        ];
        Self { site, clock, dana, otto, olga, asha, bram, router: Arc::default() }
    }

    /// The same town under other settings.
    pub fn with_settings(&self, settings: &[(&str, &str)]) -> Self {
        let all = SETTINGS.iter().chain(settings).copied();
        let settings = Arc::new(Settings::read(&Source::of(all)).unwrap());
        let mut site = self.site.clone();
        site.settings = settings;
        Self { site, router: Arc::default(), ..self.clone() }
    }

    /// The web site, all layers of it.
    pub fn router(&self) -> Router {
        self.router.get_or_init(|| router(self.site.clone(), Assets::default())).clone()
    }

    /// The present instant.
    pub fn now(&self) -> DateTime<Utc> {
        self.site.now()
    }

    /// Lets time pass.
    pub fn wait(&self, time: TimeDelta) {
        self.clock.advance(time);
    }

    /// A person as they are now.
    pub async fn actor(&self, name: &str) -> Actor {
        actor(&self.site, name).await
    }

    /// Adds a member.
    pub async fn newcomer(&self, name: &str) -> Actor {
        person::add(&self.site, &self.dana, &person_form(name, Role::Member)).await.unwrap();
        self.actor(name).await
    }

    /// Leaves out the email that tells people of a link from a command: most stories are about other mail.
    pub async fn leave_out_command_notices(&self) {
        self.force("DELETE FROM outbox WHERE kind = 'command'").await.unwrap();
    }

    /// Changes someone's role and status, as Dana.
    pub async fn change(&self, who: &Actor, role: Role, active: bool) {
        change(self, &self.dana, who, role, active).await.unwrap();
    }

    /// Changes someone's role and status, as someone.
    pub async fn change_as(&self, by: &Actor, who: &Actor, role: Role, active: bool) -> Done {
        change(self, by, who, role, active).await
    }
}

/// The site as it begins, and its clock: noon.
fn site(db: Db) -> (Site, Arc<StandingClock>) {
    let noon: DateTime<Utc> = "2026-11-22T12:00:00Z".parse().unwrap();
    let clock = Arc::new(StandingClock::at(noon));
    let settings = Arc::new(Settings::read(&Source::of(SETTINGS)).unwrap());
    let chance = Arc::new(SystemChance);
    let (mail_is_down, mail_health, mail_waits) = (Arc::default(), Arc::default(), Arc::default());
    let unwritable = Arc::default();
    let comparisons = Comparisons::default();
    let beacon = Arc::new(Beacon { chain: beacon::chain(), hosts: Vec::new() });
    let site = Parts {
        db,
        clock: clock.clone(),
        chance,
        settings,
        mail_is_down,
        mail_health,
        unwritable,
        observed: Arc::default(),
        sns: Arc::new(Sns::public()),
        mail_waits,
        comparisons,
        orders: Orders::default(),
        beacon,
    };
    (site.into(), clock)
}

async fn change(town: &Town, by: &Actor, who: &Actor, role: Role, active: bool) -> Done {
    let now = people::find(town.site.db.read(), who.person).await?.unwrap();
    let mut form = person_form(&who.name, role);
    form.version = now.version.to_string();
    form.active = if active { "on".into() } else { String::new() };
    person::edit(&town.site, by, who.person, &form).await
}

async fn actor(site: &Site, name: &str) -> Actor {
    let email = Email::parse(&person_form(name, Role::Member).email).unwrap();
    let person = people::find_by_email(site.db.read(), &email).await.unwrap().unwrap();
    Actor {
        person: person.id,
        name: person.name,
        email: person.email,
        role: person.role,
        zone: person.zone,
        language: person.language,
        session: SessionId::new(0),
        signed_in_at: site.now(),
        client: Client::default(),
    }
}

/// What a service said instead of doing it.
#[track_caller]
pub fn refusal<T: Debug>(done: Done<T>) -> Refusal {
    match done {
        Err(Refused::Refusal(refusal)) => refusal,
        other => panic!("expected a refusal, got {other:?}"),
    }
}
