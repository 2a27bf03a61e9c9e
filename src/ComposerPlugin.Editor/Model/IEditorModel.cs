using ComposerPlugin.Engine;

namespace ComposerPlugin.Editor;

/// <summary>[main] What a window may read and do, and nothing more: the plugin implements it.</summary>
public interface IEditorModel
{
    /// <summary>The parameters.</summary>
    ControlSet Controls { get; }

    /// <summary>The notes of the roll.</summary>
    RollModel Roll { get; }

    /// <summary>The takes.</summary>
    ITakes Takes { get; }

    /// <summary>The styles.</summary>
    IStyles Styles { get; }

    /// <summary>What notes and MIDI controllers fire.</summary>
    IMidiLearn MidiLearn { get; }

    /// <summary>The latest state of the audio thread.</summary>
    EngineSnapshot Engine { get; }

    /// <summary>The status.</summary>
    EditorStatus Status { get; }

    /// <summary>How the window looks; setting it stores it.</summary>
    EditorSettings Settings { get; set; }

    /// <summary>The name of the host, as it gives it; empty if it gives none.</summary>
    string HostName { get; }

    /// <summary>Whether the instance has an audio output with a preview tone.</summary>
    bool HasAudio { get; }

    /// <summary>Takes a message for the status line, such as what became of a file that was dropped; null if there is none.</summary>
    string? TakeMessage();

    /// <summary>
    /// Reads what the other threads have told since: called at the start of each tick. Allocates only where something changed.
    /// </summary>
    void Refresh();
}
