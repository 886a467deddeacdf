### A copy of a request.

title = Request confirmation
subject = Request received: { $event }
what = You requested { $wish }. You can edit or withdraw your request until requests close. We’ll email you the result.
commitment = If there’s a draw, it’s locked to this sealed code, which is public: { $code }
label = Your entry ID in the draw: { $label }
