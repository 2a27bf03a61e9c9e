namespace ComposerPlugin.Editor;

/// <summary>How to hear the plugin, host by host. What we have tried ourselves is in docs/hosts.md.</summary>
internal static class HostGuides
{
    private const string Plugin = "Composer", MidiPlugin = "Composer MIDI", Keyboard = "Your keyboard", Instrument = "Instrument";
    private const string Clip = "or notes on the track", Track = "One track", Track1 = "Track 1", Track2 = "Track 2";

    /// <summary>The guides; the last one is for hosts that have none.</summary>
    public static readonly HostGuide[] All =
    [
        new("Ableton Live", ["Ableton", " Live "], TwoTracks("MIDI From", "Monitor: In"),
        [
            "Load Composer on a MIDI track. It must be Composer, which has a sound of its own: Live does not load Composer MIDI before an "
                + "instrument.",
            "Load your instrument on a second MIDI track. Set its MIDI From to the first track, and to Composer in the field below.",
            "Set Monitor of the second track to In. Arm the first track, so that your keyboard plays Composer.",
        ],
        "Live puts the notes of a plugin on MIDI channel 1, whatever Channel says."),
        new("Ardour", ["Ardour"], OneTrack(MidiPlugin, "before it"),
        [
            "Add Composer MIDI to the MIDI track, before the instrument.",
            "Open the instrument's Pin Connections: its MIDI input must come from Composer MIDI.",
            "Arm the track, and play.",
        ],
        Tried: "Tried by us with Ardour 7.3."),
        new("Bitwig Studio", ["Bitwig"], OneTrack(Plugin, "before it"),
        [
            "Put Composer before the instrument on the instrument's track.",
            "Or leave Composer on a track of its own. Put a Note Receiver before the instrument; its source is Composer's track.",
            "Arm the track that has Composer, and play.",
        ]),
        new("Cubase, Nuendo", ["Cubase", "Nuendo"], TwoTracks("MIDI input", "Monitor on"),
        [
            "Add Composer as an instrument track. Cubase's MIDI inserts do not load VST3 plugins.",
            "Add a second track with your instrument. Choose \"Composer - MIDI out\" as its MIDI input.",
            "Turn Monitor of the second track on. Select or record-enable the first track, and play.",
        ]),
        new("FL Studio", ["FL Studio", "Fruity"],
        [
            new(Keyboard, Clip),
            new(Plugin, "output port 1", "Channel", IsPlugin: true),
            new(Instrument, "input port 1", "Another channel", "same port"),
        ],
        [
            "Load Composer in a channel. In its wrapper's settings (the cogwheel) choose a free MIDI output port, such as 1.",
            "Load your instrument in another channel. Give it the same number as MIDI input port.",
            "Select Composer's channel, and play.",
        ]),
        new("Logic Pro", ["Logic", "GarageBand", "MainStage"],
        [
            new(Plugin, "in another host", IsPlugin: true),
            new("A take", "a MIDI file", Arrow: "drag"),
            new(Instrument, "", "A track in Logic", "drag"),
        ],
        [
            "Logic loads Audio Units only. Composer is a VST3 plugin: there is no Audio Unit of it yet.",
            "Until then, use Composer in another host, and drag its takes into Logic: each is a MIDI file.",
        ]),
        new("REAPER", ["REAPER"], OneTrack(MidiPlugin, "first effect"),
        [
            "Add Composer MIDI to the effects of the instrument's track, before the instrument.",
            "Arm the track, choose your keyboard as its MIDI input, and turn record monitoring on.",
        ],
        "Composer works in its place too: then turn \"Hear it\" down."),
        new("Studio One", ["Studio One"], TwoTracks("input", "Monitor on"),
        [
            "Add Composer as an instrument.",
            "Add a second instrument track with your instrument. Choose Composer as its input.",
            "Turn Monitor of the second track on. Arm the first track, and play.",
        ]),
        new("Modular hosts", ["JUCE", "AudioPluginHost", "vst3run", "pluginval"],
        [
            new("MIDI Input"),
            new(MidiPlugin, IsPlugin: true, Arrow: "MIDI"),
            new(Instrument, Arrow: "MIDI"),
            new("Audio Output", Arrow: "audio"),
        ],
        [
            "Add Composer MIDI and your instrument.",
            "Connect the MIDI sockets: MIDI Input to Composer MIDI, Composer MIDI to the instrument.",
            "Connect the instrument to Audio Output, and play.",
        ],
        "For hosts in which you connect plugins by cables.",
        Tried: "Tried by us in a small host of our own."),
        new("Another host", [], OneTrack(MidiPlugin, "before it"),
        [
            "If the host lets a plugin stand before an instrument, put Composer MIDI there.",
            "If it does not, load Composer on a track of its own, and choose it as the MIDI input of the instrument's track.",
            "Arm the track that has Composer, and play.",
        ]),
    ];

    /// <summary>The number of the guide for a host; that of the last one if there is none for it.</summary>
    /// <param name="host">The name that the host gives itself.</param>
    public static int Find(string host)
    {
        // So that "Live" is found, but not in "LiveProfessor".
        string name = $" {host} ";
        int found = Array.FindIndex(All, guide => guide.Matches.Any(match => name.Contains(match, StringComparison.OrdinalIgnoreCase)));
        return found < 0 ? All.Length - 1 : found;
    }

    private static PictureBox[] OneTrack(string plugin, string detail) =>
        [new(Keyboard, Clip), new(plugin, detail, Track, IsPlugin: true), new(Instrument, "", Track)];

    private static PictureBox[] TwoTracks(string arrow, string monitor) =>
        [new(Keyboard, Clip), new(Plugin, "as an instrument", Track1, IsPlugin: true), new(Instrument, monitor, Track2, arrow)];
}
