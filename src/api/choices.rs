use leptos::prelude::*;

use super::Reply;

/// Turns some of one's own emails on or off: `kind` is the word of a topic, `season` a season's number or nothing for all.
#[server(prefix = "/api", endpoint = "account/emails")]
pub async fn choose_emails(
    #[server(default)] kind: String,
    #[server(default)] season: String,
    #[server(default)] on: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Nothing, forms::ACCOUNT.on(paths::ACCOUNT, &forms::AccountForm::default()), async |site, actor| {
        let what = services::choices::read_choice(&kind, &season)?;
        services::choices::set(site, actor, what, on == "on").await?;
        Ok(Onward::to(paths::account_emails()).saying(Notice::EmailChoiceSaved))
    })
    .await
}

/// The same by the link at the foot of an email. Nobody need be signed in.
#[server(prefix = "/api", endpoint = "emails/choose")]
pub async fn choose_emails_behind(
    #[server(default)] token: String,
    #[server(default)] kind: String,
    #[server(default)] season: String,
    #[server(default)] on: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let page = paths::emails(off_link_or_spent(&token));
    answer_anyone(Needs::Nothing, forms::EMAILS.on(page.clone(), &()), async |visit| {
        let what = services::choices::read_choice(&kind, &season)?;
        services::choices::set_behind(&visit.site, &token, what, on == "on").await?;
        Ok(Onward::to(page).saying(Notice::EmailChoiceSaved))
    })
    .await
}
