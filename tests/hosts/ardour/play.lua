-- ardour7-lua play.lua FOLDER SECONDS SPEED
-- Plays the session from its start and records the track "capture". SPEED is a driver of the Dummy backend, such as "Normal Speed".
local folder, seconds, speed = arg[1], tonumber (arg[2]), arg[3]

local backend = AudioEngine:set_backend ("None (Dummy)", "", "")
assert (backend:set_driver (speed) == 0, "no such speed: " .. speed)
Session = load_session (folder, "session")
assert (Session, "no session in " .. folder)

local capture = Session:route_by_name ("capture"):to_track ()
capture:rec_enable_control ():set_value (1, PBD.GroupControlDisposition.NoGroup)
Session:goto_start (false)
-- The transport's commands are carried out by the audio thread, and nothing tells when.
sleep (1)
Session:maybe_enable_record (true)
Session:request_roll (ARDOUR.TransportRequestSource.TRS_UI)

local waited = 0
while Session:transport_sample () < seconds * Session:nominal_sample_rate () do
  assert (waited < seconds * 4 + 10, "the transport does not run")
  sleep (0.05)
  waited = waited + 0.05
end
print ("played to sample", Session:transport_sample (), "xruns", Session:get_xrun_count ())

Session:request_stop (false, false, ARDOUR.TransportRequestSource.TRS_UI)
sleep (2)
Session:disable_record (false, false)
Session:save_state ("")
Session:close ()
quit ()
