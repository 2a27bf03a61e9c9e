-- ardour7-lua create.lua FOLDER PLUGIN NUMERATOR DENOMINATOR "SAMPLE:BPM …" [TITLE=VALUE | TITLE=VALUE@SAMPLE]…
-- Creates a session with two MIDI tracks: "source" with the plugin, and "capture", which receives the plugin's output. Controls are set in their
-- own units, or automated from a sample on.
local folder, plugin, numerator, denominator, tempi = arg[1], arg[2], tonumber (arg[3]), tonumber (arg[4]), arg[5]
local sample_rate = 48000

-- No device is named: with a named one, MIDI recordings are 270 samples early.
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
for sample, bpm in tempi:gmatch ("(%d+):([%d.]+)") do
  map:set_tempo (Temporal.Tempo (tonumber (bpm), tonumber (bpm), 4), Temporal.timepos_t (tonumber (sample)))
end
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

-- A control has an index among all parameters, and a number among the settable ones.
local indices, numbers, count = {}, {}, 0
local controls = streams:plugin (0)
for i = 0, controls:parameter_count () - 1 do
  if controls:parameter_is_control (i) and controls:parameter_is_input (i) then
    indices[controls:parameter_label (i)], numbers[controls:parameter_label (i)] = i, count
    count = count + 1
  end
end
for i = 6, #arg do
  local title, value, sample = arg[i]:match ("^(.-)=([%d.-]+)@?(%d*)$")
  local number = assert (numbers[title], "no such control: " .. arg[i])
  if sample == "" then
    assert (ARDOUR.LuaAPI.set_processor_param (insert, number, tonumber (value)), "cannot be set: " .. arg[i])
  else
    local _, points = ARDOUR.LuaAPI.plugin_automation (insert, number)
    points:set_interpolation (Evoral.InterpolationStyle.Discrete)
    points:add (Temporal.timepos_t (tonumber (sample)), tonumber (value), false, true)
    local parameter = Evoral.Parameter (ARDOUR.AutomationType.PluginAutomation, 0, indices[title])
    insert:to_automatable ():automation_control (parameter, true):set_automation_state (ARDOUR.AutoState.Play)
  end
end

assert (source:output ():midi (0):connect (capture:input ():midi (0):name ()) == 0, "the tracks cannot be connected")
Session:save_state ("")
Session:close ()
quit ()
