using System.Runtime.InteropServices;

namespace ComposerPlugin.Vst3;

/// <summary>One event of a block (Vst::Event). Only the payload of its <see cref="Type"/> is valid.</summary>
[StructLayout(LayoutKind.Explicit, Size = 48)]
public struct Event
{
    /// <summary>Index of the event bus.</summary>
    [FieldOffset(0)]
    public int Bus;

    /// <summary>Sample frames from the start of the block.</summary>
    [FieldOffset(4)]
    public int SampleOffset;

    /// <summary>Song position in quarter notes. Many hosts leave it 0.</summary>
    [FieldOffset(8)]
    public double QuarterPosition;

    /// <summary>Properties.</summary>
    [FieldOffset(16)]
    public EventFlags Flags;

    /// <summary>Which payload holds.</summary>
    [FieldOffset(18)]
    public EventType Type;

    /// <summary>Payload of <see cref="EventType.NoteOn"/>.</summary>
    [FieldOffset(24)]
    public NoteOnEvent NoteOn;

    /// <summary>Payload of <see cref="EventType.NoteOff"/>.</summary>
    [FieldOffset(24)]
    public NoteOffEvent NoteOff;

    /// <summary>Payload of <see cref="EventType.Data"/>.</summary>
    [FieldOffset(24)]
    public DataEvent Data;

    /// <summary>Payload of <see cref="EventType.PolyPressure"/>.</summary>
    [FieldOffset(24)]
    public PolyPressureEvent PolyPressure;

    /// <summary>Payload of <see cref="EventType.NoteExpressionValue"/>.</summary>
    [FieldOffset(24)]
    public NoteExpressionValueEvent NoteExpressionValue;

    /// <summary>Payload of <see cref="EventType.NoteExpressionText"/>.</summary>
    [FieldOffset(24)]
    public NoteExpressionTextEvent NoteExpressionText;

    /// <summary>Payload of <see cref="EventType.Chord"/>.</summary>
    [FieldOffset(24)]
    public ChordEvent Chord;

    /// <summary>Payload of <see cref="EventType.Scale"/>.</summary>
    [FieldOffset(24)]
    public ScaleEvent Scale;

    /// <summary>Payload of <see cref="EventType.MidiController"/>.</summary>
    [FieldOffset(24)]
    public MidiControllerEvent MidiController;
}
