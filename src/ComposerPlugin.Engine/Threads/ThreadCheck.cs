using System.Diagnostics.CodeAnalysis;

namespace ComposerPlugin.Engine;

/// <summary>
/// Checks the thread tags of the documentation where <see cref="IsEnabled"/>: a thread that has a role may not call members of another
/// role. The tests run with the switch on; in the published plugin it is off, and the compiler removes the checks.
/// </summary>
public static class ThreadCheck
{
    private const string Switch = "ComposerPlugin.ThreadChecks";

    [ThreadStatic]
    private static ThreadRole _role;

    /// <summary>[any] Whether roles are checked.</summary>
    [FeatureSwitchDefinition(Switch)]
    public static bool IsEnabled { get; } = AppContext.TryGetSwitch(Switch, out bool isEnabled) && isEnabled;

    /// <summary>[any] Gives the current thread a role.</summary>
    /// <returns>The role it had.</returns>
    public static ThreadRole Enter(ThreadRole role)
    {
        if (!IsEnabled)
            return ThreadRole.Main;
        var before = _role;
        _role = role;
        return before;
    }

    /// <summary>[audio] Throws on a worker or a loader.</summary>
    /// <exception cref="InvalidOperationException">The thread has another role.</exception>
    public static void Audio()
    {
        if (IsEnabled)
            Check(ThreadRole.Audio);
    }

    /// <summary>[worker] Throws on an audio or a loader thread.</summary>
    /// <exception cref="InvalidOperationException">The thread has another role.</exception>
    public static void Worker()
    {
        if (IsEnabled)
            Check(ThreadRole.Worker);
    }

    /// <summary>[loader] Throws on audio and worker threads.</summary>
    /// <exception cref="InvalidOperationException">The thread has another role.</exception>
    public static void Loader()
    {
        if (IsEnabled)
            Check(ThreadRole.Loader);
    }

    /// <summary>[main] Throws on audio, worker and loader threads.</summary>
    /// <exception cref="InvalidOperationException">The thread has a role.</exception>
    public static void Main()
    {
        if (IsEnabled)
            Check(ThreadRole.Main);
    }

    // A thread without a role may call everything: tests stand in for a host's audio thread, and drive workers themselves. The first use of
    // a thread's static field allocates, so nothing reads it while the checks are off.
    private static void Check(ThreadRole role)
    {
        if (_role != role && _role != ThreadRole.Main)
            throw new InvalidOperationException($"A member of the {role} thread was called on the {_role} thread.");
    }
}
