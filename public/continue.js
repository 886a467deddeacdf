// The sign-in link was opened in the browser that asked for it: go on without a tap. Sent before the page has loaded,
// so that the browser replaces this page in its history and Back does not come here again.
document.querySelector("form[data-continue]")?.requestSubmit();
