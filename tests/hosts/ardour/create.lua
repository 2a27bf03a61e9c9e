-- ardour7-lua create.lua FOLDER PLUGIN BPM NUMERATOR DENOMINATOR
-- Makes a session with two MIDI tracks: "source" with the plugin on it, and "capture", which is fed by what the plugin gives.
local folder, plugin, bpm, numerator, denominator = arg[1], arg[2], tonumber (arg[3]), tonumber (arg[4]), tonumber (arg[5])
local sample_rate = 48000

-- No device is named: with a named one, recordings of MIDI lie 270 samples early.
AudioEngine:set_backend ("None (Dummy)", "", "")
-- Before list_plugins, which crashes without a session.
Session = create_session (folder, "session", sample_rate)
assert (Session, "no session in " .. folder)

local found = false
for candidate in ARDOUR.LuaAPI.list_plugins ():iter () do
  found = found or (candidate.type == ARDOUR.PluginType.VST3 and candidate.name == plugin)
end
assert (found, "Ardour's scan did not find " .. plugin)

local map = Temporal.TempoMap.fetch_writable ()
map:set_tempo (Temporal.Tempo (bpm, bpm, 4), Temporal.timepos_t (0))
map:set_meter (Temporal.Meter (numerator, denominator), Temporal.timepos_t (0))
Temporal.TempoMap.update (map)
map = nil

local midi = ARDOUR.ChanCount (ARDOUR.DataType ("midi"), 1)
local function new_track (name)
  local tracks = Session:new_midi_track (
    midi, midi, true, ARDOUR.PluginInfo (), nil, nil, 1, name, ARDOUR.PresentationInfo.max_order, ARDOUR.TrackMode.Normal, false, false)
  for track in tracks:iter () do return track end
end
local source, capture = new_track ("source"), new_track ("capture")

local insert = ARDOUR.LuaAPI.new_plugin (Session, plugin, ARDOUR.PluginType.VST3, "")
assert (not insert:isnil (), "Ardour cannot load " .. plugin)
source:set_strict_io (false)
source:add_processor_by_index (insert, 0, nil, true)
local streams = insert:to_insert ()
print ("plugin inputs", streams:input_streams ():n_midi (), "midi", streams:input_streams ():n_audio (), "audio")
print ("plugin outputs", streams:output_streams ():n_midi (), "midi", streams:output_streams ():n_audio (), "audio")

assert (source:output ():midi (0):connect (capture:input ():midi (0):name ()) == 0, "the tracks cannot be connected")
Session:save_state ("")
Session:close ()
quit ()
