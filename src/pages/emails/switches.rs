use catalog::emails_choice as say;
use leptos::prelude::*;

use crate::{
    domain::{ids::SeasonId, message::Topic},
    server::services::choices::Choices,
    words,
};

/// A switch: a form of one button, which says what it does.
pub struct Switch {
    /// Where it is sent.
    to: &'static str,
    /// Who is meant, for someone who is not signed in.
    token: Option<String>,
    what: (Topic, Option<SeasonId>),
    /// Whether it turns on.
    on: bool,
}

/// The switch that turns something on, or off.
pub fn switch(to: &'static str, token: Option<&str>, what: (Topic, Option<SeasonId>), on: bool) -> Switch {
    Switch { to, token: token.map(str::to_owned), what, on }
}

impl Switch {
    /// With what its button says.
    pub fn named(self, label: &'static str, class: &'static str) -> impl IntoView + use<> {
        self.shown(label, class, None)
    }

    /// Within a list: for those who hear the page, the button says what it is about.
    fn within(self, what: String) -> impl IntoView + use<> {
        let (label, whole) = if self.on {
            (say::turn_on(), say::turn_on_what(what))
        } else {
            (say::turn_off(), say::turn_off_what(what))
        };
        self.shown(label, "button quiet small", Some(whole))
    }

    fn shown(self, label: &'static str, class: &'static str, whole: Option<String>) -> impl IntoView + use<> {
        let (topic, season) = self.what;
        let token = self.token.map(|token| view! { <input type="hidden" name="token" value=token/> });
        let season = season.map(|season| season.to_string()).unwrap_or_default();
        view! {
            <form method="post" action=self.to>
                {token}
                <input type="hidden" name="kind" value=topic.as_str()/>
                <input type="hidden" name="season" value=season/>
                <input type="hidden" name="on" value=if self.on { "on" } else { "" }/>
                <button class=class aria-label=whole>{label}</button>
            </form>
        }
    }
}

/// All switches: for every season, and behind a line each season's own.
pub fn switches(choices: &Choices, to: &'static str, token: Option<&str>) -> impl IntoView + use<> {
    let row = |topic: Topic, season: Option<(SeasonId, &str)>| {
        let everywhere = choices.is_off(topic, None);
        let id = season.map(|(id, _)| id);
        let off = choices.is_off(topic, id);
        let state = match (off, everywhere && id.is_some()) {
            (_, true) => say::off_everywhere(),
            (true, _) => say::off(),
            (false, _) => say::on(),
        };
        let what =
            season.map_or_else(|| called(topic).to_owned(), |(_, name)| say::what_in_season(called(topic), name));
        let hint = id.is_none().then(|| view! { <small class="muted">{hint(topic)}</small> });
        // Where it is off in all seasons, the switch of one would change nothing.
        let switch = (id.is_none() || !everywhere).then(|| switch(to, token, (topic, id), off).within(what));
        view! {
            <li>
                <div class="who">
                    <b>{called(topic)}</b>
                    <small class="muted">{state}</small>
                    {hint}
                </div>
                {switch}
            </li>
        }
    };
    let all = Topic::ALL.iter().map(|&topic| row(topic, None)).collect_view();
    let seasons = choices.seasons.iter().map(|season| {
        let rows = Topic::ALL.iter().filter(|&&topic| topic != Topic::Digest);
        let name = words::season_name(season.name.clone());
        let rows = rows.map(|&topic| row(topic, Some((season.id, &name)))).collect_view();
        view! {
            <details class="more">
                <summary><span class="user-text">{name}</span></summary>
                <ul class="devices">{rows}</ul>
            </details>
        }
    });
    let seasons = seasons.collect_view();
    view! {
        <ul class="devices">{all}</ul>
        <h3>{say::in_season()}</h3>
        {seasons}
    }
}

/// What a topic is called.
pub fn called(topic: Topic) -> &'static str {
    match topic {
        Topic::NewEvent => say::new_event(),
        Topic::ClosingSoon => say::closing_soon(),
        Topic::ComingUp => say::coming_up(),
        Topic::Digest => say::digest(),
        Topic::OpenTable => say::open_table(),
    }
}

fn hint(topic: Topic) -> &'static str {
    match topic {
        Topic::NewEvent => say::new_event_hint(),
        Topic::ClosingSoon => say::closing_soon_hint(),
        Topic::ComingUp => say::coming_up_hint(),
        Topic::Digest => say::digest_hint(),
        Topic::OpenTable => say::open_table_hint(),
    }
}
