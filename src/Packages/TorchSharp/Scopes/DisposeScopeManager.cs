namespace TorchSharp;

public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? s_current;

    public static ThreadDisposeScopeStatistics Statistics => Current.Counts;

    internal static DisposeScopeManager Current => s_current ??= new DisposeScopeManager();

    internal ThreadDisposeScopeStatistics Counts { get; } = new();

    internal DisposeScope? Scope { get; private set; }

    internal DisposeScope Open() => Scope = new DisposeScope(this, Scope);

    internal DisposeScope? Register(torch.Tensor tensor)
    {
        if (Scope is null)
        {
            Counts.TensorStatistics.CreatedOutsideScopeCount++;
            return null;
        }
        Counts.TensorStatistics.CreatedInScopeCount++;
        Scope.Add(tensor);
        return Scope;
    }

    internal void CountDisposed(DisposeScope? owner)
    {
        if (owner is null)
            Counts.TensorStatistics.DisposedOutsideScopeCount++;
        else
            Counts.TensorStatistics.DisposedInScopeCount++;
    }

    /// <summary>Takes a scope out of the thread's stack, also when inner scopes are still open.</summary>
    internal void Close(DisposeScope closed)
    {
        if (Scope == closed)
        {
            Scope = closed.Outer;
            return;
        }
        for (var scope = Scope; scope is not null; scope = scope.Outer)
        {
            if (scope.Outer != closed)
                continue;
            scope.Outer = closed.Outer;
            return;
        }
    }
}
