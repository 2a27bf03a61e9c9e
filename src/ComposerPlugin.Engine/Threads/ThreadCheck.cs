using System.Diagnostics.CodeAnalysis;

namespace ComposerPlugin.Engine;

/// <summary>
/// Checks the thread tags of the documentation: a thread may call the entry points of its own role only. The tests run with the switch on;
/// in the published plugin it is off, and the compiler removes the checks.
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

    /// <summary>[audio] Throws on another thread.</summary>
    /// <exception cref="InvalidOperationException">The thread has another role.</exception>
    public static void Audio() => Check(ThreadRole.Audio);

    /// <summary>[worker] Throws on another thread.</summary>
    /// <exception cref="InvalidOperationException">The thread has another role.</exception>
    public static void Worker() => Check(ThreadRole.Worker);

    /// <summary>[loader] Throws on another thread.</summary>
    /// <exception cref="InvalidOperationException">The thread has another role.</exception>
    public static void Loader() => Check(ThreadRole.Loader);

    /// <summary>[main] Throws on a thread with a role.</summary>
    /// <exception cref="InvalidOperationException">The thread has a role.</exception>
    public static void Main() => Check(ThreadRole.Main);

    // The first use of a thread's static field allocates, so nothing reads it while the checks are off.
    private static void Check(ThreadRole role)
    {
        if (IsEnabled && _role != role)
            throw new InvalidOperationException($"A member of the {role} thread was called on the {_role} thread.");
    }
}
