use catalog::about as say;
use leptos::prelude::*;

use crate::{
    components::{Icon, Page, rich},
    paths,
    server::{http::Visit, services::Done},
};

/// What a browser shows where there is no connection. It is the same for everyone: the service worker keeps it.
pub async fn offline(_: Visit) -> Done<Page> {
    let body = view! {
        <h1>{say::offline()}</h1>
        <div class="empty">
            <Icon name="info"/>
            <p>{say::offline_what()}</p>
            <p>{say::offline_how()}</p>
            <a class="button" href=paths::DASHBOARD>{say::offline_again()}</a>
        </div>
    };
    Ok(Page::new(say::offline(), body).narrow())
}

/// The accessibility statement: what is promised, how it is tried out, what is known to be lacking, whom to tell.
pub async fn accessibility(visit: Visit) -> Done<Page> {
    let contact = visit.site.settings.security_contact.clone().map(|contact| {
        let address = contact.trim_start_matches("mailto:").to_owned();
        let link = view! { <a class="user-text" href=contact>{address}</a> }.into_any();
        view! { <p>{rich([link], |[contact]| say::report_contact(contact))}</p> }
    });
    let list = |lines: &[&'static str]| {
        let lines = lines.iter().map(|&line| view! { <li>{line}</li> }).collect_view();
        view! { <ul class="bullets">{lines}</ul> }
    };
    let aims = [
        say::aim_keyboard(),
        say::aim_scripts(),
        say::aim_zoom(),
        say::aim_colors(),
        say::aim_motion(),
        say::aim_time(),
    ];
    let body = view! {
        <h1>{say::title()}</h1>
        <p class="lead">{say::lead()}</p>
        <section>
            <h2>{say::aim()}</h2>
            <p>{say::aim_wcag()}</p>
            {list(&aims)}
        </section>
        <section>
            <h2>{say::test()}</h2>
            <p>{say::test_what()}</p>
        </section>
        <section>
            <h2>{say::issues()}</h2>
            {list(&[say::issues_browsers(), say::issues_hand()])}
        </section>
        <section>
            <h2>{say::report()}</h2>
            <p>{say::report_how()}</p>
            {contact}
        </section>
    };
    Ok(Page::new(say::title(), body).narrow())
}
