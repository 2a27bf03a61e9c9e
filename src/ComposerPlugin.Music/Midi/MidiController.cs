namespace ComposerPlugin.Music;

/// <summary>The controllers of MIDI files that are read.</summary>
internal static class MidiController
{
    /// <summary>The high byte of the bank number.</summary>
    public const int Bank = 0;

    /// <summary>The high byte of a registered parameter's value.</summary>
    public const int DataEntry = 6;

    /// <summary>The sustain pedal; down from 64.</summary>
    public const int Sustain = 64;

    /// <summary>The low and high byte of the registered parameter that data entry sets.</summary>
    public const int ParameterLow = 100, ParameterHigh = 101;

    /// <summary>Both end all notes of the channel.</summary>
    public const int AllSoundOff = 120, AllNotesOff = 123;

    /// <summary>Whether notes depend on a controller.</summary>
    public static bool IsRead(int controller) => controller is Bank or Sustain or AllSoundOff or AllNotesOff;
}
