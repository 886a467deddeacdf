use leptos::prelude::*;

use super::param;
use crate::{
    api::{AskForLink, RedeemCode, RedeemLink, action},
    components::{Banner, Page, Problems, TextField, Tone, page, refused},
    paths,
    server::{http::assets::Assets, services::sign_in as ways},
    words,
};

/// One field: the address to which the link goes.
pub fn sign_in() -> impl IntoView {
    page(|visit| async move {
        let draft = visit.draft::<(String, String)>("sign-in").await?;
        let (email, next) = match &draft {
            Some(draft) => draft.form.clone(),
            None => (String::new(), visit.query("next").unwrap_or_default()),
        };
        let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
        let body = view! {
            <h1>{format!("Sign in to {}", visit.site.settings.app_name)}</h1>
            <form class="form panel" method="post" action={action::<AskForLink>()}>
                <input type="hidden" name="next" value=next/>
                <TextField
                    id="email"
                    label="Your mail address"
                    kind="email"
                    autocomplete="email"
                    value=email
                    problems=problems
                    required=true
                    autofocus=true
                />
                <button class="button wide">"Email me a sign-in link"</button>
            </form>
            <p class="small muted">
                "No password: the code or the link in the mail signs you in. If you have no account here, ask whoever runs this for your group."
            </p>
        };
        Ok(Page::new("Sign in", body).narrow())
    })
}

/// What happens next, the same for every address: a code to enter here, or a link to open.
pub fn check_mail() -> impl IntoView {
    page(|visit| async move {
        let waits = ways::mail_waits(&visit.site).await?.then(|| view! {
            <Banner tone=Tone::Warning text="No mail leaves at the moment. Yours goes as soon as it can; an admin can see why."/>
        });
        let address = ways::asked_for(&visit.site, visit.visitor.binding.as_ref()).await?;
        let draft = visit.draft::<()>("code").await?;
        let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
        let Some(address) = address else { return Ok(Page::new("Check your mail", nothing_asked(&problems)).narrow()) };
        let body = view! {
            <h1>"Check your mail"</h1>
            {waits}
            {refused(draft.as_ref())}
            <p>
                "If " <b class="user-text">{address.clone()}</b> " has an account here, a mail is on its way to it. "
                <a href=paths::SIGN_IN>"Change address"</a>
            </p>
            <form class="form panel" method="post" action={action::<RedeemCode>()}>
                {code_field(problems, true)}
                <button class="button wide">"Sign in"</button>
            </form>
            <p class="small muted">"Or press the button in the mail. Nothing there after a minute? Look among the unwanted mail."</p>
            <form class="resend" method="post" action={action::<AskForLink>()}>
                <input type="hidden" name="email" value=address/>
                <input type="hidden" name="again" value="1"/>
                <button class="button quiet">"Send another mail"</button>
            </form>
        };
        Ok(Page::new("Check your mail", body).narrow())
    })
}

/// The page without the browser that asked: its cookie ran out, or it is another one.
fn nothing_asked(problems: &Problems) -> impl IntoView + use<> {
    let problem = problems.with("code").map(|text| view! { <Banner tone=Tone::Bad text=text/> });
    view! {
        <h1>"Check your mail"</h1>
        {problem}
        <p>
            "This browser asked for nothing in the last 15 minutes. Open the link in your mail, or "
            <a href=paths::SIGN_IN>"ask for a new code"</a> "."
        </p>
    }
}

/// One field, into which a code can also be pasted with its space.
fn code_field(problems: Problems, autofocus: bool) -> impl IntoView {
    view! {
        <TextField
            id="code"
            label="Code from the mail"
            kind="code"
            autocomplete="one-time-code"
            value=""
            problems=problems
            required=true
            autofocus=autofocus
        />
    }
}

/// The page behind the link of a mail. Opening it changes nothing; the button (or, in the browser that asked, the page
/// by itself) signs in. Where the link alone is worth nothing, the page asks for the code of the same mail.
pub fn landing() -> impl IntoView {
    let token = param("token");
    let assets = expect_context::<std::sync::Arc<Assets>>();
    page(move |visit| async move {
        let landing = ways::look(&visit.site, &token, visit.visitor.binding.as_ref()).await?;
        let Some(landing) = landing else { return Ok(spent()) };
        let draft = visit.draft::<()>("redeem").await?;
        let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
        let carries_on = landing.same_browser.then_some("");
        let code = landing.wants_code.then(|| code_field(problems, true));
        let body = view! {
            <h1>{format!("Sign in as {}?", landing.name)}</h1>
            {refused(draft.as_ref())}
            <form class="form panel" method="post" action={action::<RedeemLink>()} data-continue=carries_on>
                <input type="hidden" name="token" value=token/>
                {code}
                <button class="button wide">{format!("Sign in as {}", landing.name)}</button>
                <p class="small muted">"The link works once. If you did not ask for it, close this page."</p>
            </form>
        };
        let page = Page::new("Sign in", body).narrow();
        Ok(if landing.same_browser { page.with_script(assets.carry_on.clone()) } else { page })
    })
}

/// A link that is used, expired, garbled or void: the same page for all, with a way to a fresh one.
fn spent() -> Page {
    let body = view! {
        <h1>"This link no longer works"</h1>
        <Banner tone=Tone::Warning text=words::obstacle(crate::error::Obstacle::LinkSpent)/>
        <form class="form panel" method="post" action={action::<AskForLink>()}>
            <TextField
                id="email"
                label="Your mail address"
                kind="email"
                autocomplete="email"
                value=""
                problems=Problems::default()
                required=true
            />
            <button class="button wide">"Email me a fresh link"</button>
        </form>
    };
    Page::new("Sign in", body).narrow()
}
