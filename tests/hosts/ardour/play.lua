-- ardour7-lua play.lua FOLDER SECONDS SPEED [LOOP-START LOOP-END]
-- Plays the session from its start, or the loop from the loop's start, and records the track "capture". SPEED is a driver of the Dummy backend, such
-- as "Normal Speed"; LOOP-START and LOOP-END are samples.
local folder, seconds, speed, loop_start, loop_end = arg[1], tonumber (arg[2]), arg[3], tonumber (arg[4]), tonumber (arg[5])

local backend = AudioEngine:set_backend ("None (Dummy)", "", "")
assert (backend:set_driver (speed) == 0, "no such speed: " .. speed)
Session = load_session (folder, "session")
assert (Session, "no session in " .. folder)

local capture = Session:route_by_name ("capture"):to_track ()
capture:rec_enable_control ():set_value (1, PBD.GroupControlDisposition.NoGroup)
Session:goto_start (false)
-- The audio thread executes transport commands and does not report when.
sleep (1)
if loop_start then
  -- Without the loop as a playback mode, the recording lacks the first note.
  ARDOUR.config ():set_loop_is_mode (true)
  Session:request_play_loop (true, false)
  sleep (1)
end
Session:maybe_enable_record (true)
Session:request_roll (ARDOUR.TransportRequestSource.TRS_UI)

local waited, played, last = 0, 0, loop_start or 0
while played < seconds * Session:nominal_sample_rate () do
  assert (waited < seconds * 4 + 10, "the transport does not run")
  sleep (0.05)
  waited = waited + 0.05
  local now = Session:transport_sample ()
  played = played + now - last
  if now < last then played = played + loop_end - loop_start end
  last = now
end
print ("played samples", played, "xruns", Session:get_xrun_count ())

Session:request_stop (false, false, ARDOUR.TransportRequestSource.TRS_UI)
sleep (2)
Session:disable_record (false, false)
Session:save_state ("")
Session:close ()
quit ()
