namespace ComposerPlugin.Engine;

/// <summary>What a thread is for. Tags in the documentation name it: [audio], [worker], [loader]; [main] is every other thread.</summary>
public enum ThreadRole
{
    /// <summary>The host's main thread; any thread without another role.</summary>
    Main,

    /// <summary>A host's audio thread, while it processes a block.</summary>
    Audio,

    /// <summary>The thread that composes answers.</summary>
    Worker,

    /// <summary>The thread that loads styles.</summary>
    Loader,
}
