namespace ComposerPlugin.Editor;

/// <summary>The texts of the routing page.</summary>
internal static class RoutingStrings
{
    public const string Title = "Routing: how to hear it", Hosts = "Hosts", ThisHost = "This host", OtherHosts = "Other hosts";
    public const string Checks = "Checks";
    public const string HostsHelp = "Choose a host to read how to hear the plugin in it.";
    public const string Picture = "The way of the notes", NotTried = "Not tried by us yet: tell us if your host does it otherwise.";

    public const string MidiArrives = "MIDI arrives.";
    public const string NoMidi = "No MIDI arrives here yet: play a key, and check that the track is armed.";
    public const string OutputTaken = "The host takes the plugin's notes. If you hear none, check the steps above.";
    public const string OutputWaits = "The host listens for the plugin's notes. None has been sent yet.";
    public const string NoOutput = "The host does not take the plugin's notes: send them to an instrument, as above.";
    public const string HostIsOff = "The host has not run the plugin yet: turn the host's audio on.";
    public const string HearHint = "To hear it without any of this, turn up \"Hear it\": the plugin's own small tone.";
}
