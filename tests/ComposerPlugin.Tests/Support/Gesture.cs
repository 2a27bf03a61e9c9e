using ComposerPlugin.Vst3;

namespace ComposerPlugin.Tests;

/// <summary>What a player does, with times in frames. The player's notes have a note id; the plugin's have none.</summary>
internal static class Gesture
{
    public const int PlayerId = 7;

    public static (long Time, Event Event) On(long time, int pitch, int channel = 0, int velocity = 90) => (time, new()
    {
        Type = EventType.NoteOn,
        NoteOn = new() { Pitch = (short)pitch, Channel = (short)channel, Velocity = velocity / 127f, NoteId = PlayerId },
    });

    public static (long Time, Event Event) Off(long time, int pitch, int channel = 0) => (time, new()
    {
        Type = EventType.NoteOff, NoteOff = new() { Pitch = (short)pitch, Channel = (short)channel, NoteId = PlayerId },
    });

    public static (long Time, Event Event)[] Key(long time, long length, int pitch, int channel = 0) =>
        [On(time, pitch, channel), Off(time + length, pitch, channel)];

    /// <summary>A controller; pitch bend and pressure by their VST3 numbers.</summary>
    public static (long Time, Event Event) Controller(long time, int number, int value, int channel = 0) => (time, new()
    {
        Type = EventType.MidiController,
        MidiController = new()
        {
            Channel = (sbyte)channel, Controller = (byte)number, Value = (sbyte)(value & 0x7F), Value2 = (sbyte)(value >> 7),
        },
    });

    /// <summary>Four quarters at 120 bpm, the last one released at 92,000 frames: with a rest of a quarter, the answer begins at 120,000.</summary>
    public static IEnumerable<(long Time, Event Event)> Phrase(Func<int, int>? channelOf = null) =>
        Enumerable.Range(0, 4).SelectMany(i => Key(i * 24_000, 20_000, 60 + i, channelOf?.Invoke(i) ?? 0));

    public static bool IsAnswerOn(this in Event heard) => heard.Type == EventType.NoteOn && heard.NoteOn.NoteId != PlayerId;
}
