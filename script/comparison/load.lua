-- What wrk sends and says. Before this stand the lines that load.py writes: wrk.headers, `status` (what a good answer
-- has) and `watched`; for a form that many send also `form` (how its body begins), `versions` (of each person's request)
-- and `senders` (a cookie, and whose it is).

local tried, turn = false, 0
bad = 0

-- One after another, in turns so long that a request is answered before its next version is sent. Each asks for other
-- numbers than before.
if senders then
  function request()
    -- wrk asks once before it begins, and sends nothing then.
    if not tried then
      tried = true
      return wrk.format()
    end
    turn = turn % #senders + 1
    local sender = senders[turn]
    local version = versions[sender.person]
    versions[sender.person] = version + 1
    wrk.headers["Cookie"] = sender.cookie
    local numbers = version % 2 == 0 and "&tiers[]=2&tiers[]=1" or "&tiers[]=3&tiers[]=2"
    return wrk.format("POST", nil, nil, form .. "&version=" .. version .. numbers)
  end
end

-- Called for each answer it costs time: for pages only while warming up.
if watched then
  function response(seen)
    if seen ~= status then bad = bad + 1 end
  end
end

local threads = {}
function setup(thread) table.insert(threads, thread) end

function done(summary, latency)
  local refused = 0
  for _, thread in ipairs(threads) do refused = refused + thread:get("bad") end
  local errors = summary.errors
  local broken = errors.connect + errors.read + errors.write + errors.timeout
  if not watched then refused = errors.status end
  io.write(string.format("SAID %d %d %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50),
    latency:percentile(99), summary.bytes, refused, broken))
end
