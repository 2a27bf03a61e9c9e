namespace TorchSharp.Tests;

public class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it()
    {
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Tensor kept, lost;
        using (NewDisposeScope())
        {
            lost = ones(2) + 1;
            kept = ones(2).MoveToOuterDisposeScope();
            Assert.Equal(before + 3, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        }
        Assert.True(lost.IsInvalid);
        Assert.False(kept.IsInvalid);
        Assert.Equal(before + 1, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
        kept.Dispose();
        Assert.Equal(before, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_moved_tensor_dies_with_the_outer_scope()
    {
        Tensor inner, free;
        using (NewDisposeScope())
        {
            using (var scope = NewDisposeScope())
            {
                inner = scope.MoveToOuter(ones(1));
                free = ones(1).DetachFromDisposeScope();
            }
            Assert.False(inner.IsInvalid);
        }
        Assert.True(inner.IsInvalid);
        Assert.False(free.IsInvalid);
        free.Dispose();
    }

    [Fact]
    public void A_scope_can_empty_itself_but_for_some()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (ones(1), ones(1));
        Assert.Equal(2, scope.DisposablesCount);
        Assert.True(scope.Contains(a));
        scope.DisposeEverythingBut(b);
        Assert.True(a.IsInvalid);
        Assert.False(b.IsInvalid);
        Assert.Equal([b], scope.DisposablesView, ReferenceEqualityComparer.Instance);
    }

    [Fact]
    public void Tensors_move_between_scopes()
    {
        using var first = NewDisposeScope();
        var t = ones(1);
        using (var second = NewDisposeScope())
        {
            t.MoveToOtherDisposeScope(second);
            Assert.Equal(0, first.DisposablesCount);
            Assert.Equal(1, second.DisposablesCount);
            second.Detach(t);
            first.Attach(t);
        }
        Assert.False(t.IsInvalid);
        Assert.True(first.Contains(t));
    }

    [Fact]
    public void A_parameter_takes_its_tensors_place()
    {
        using var scope = NewDisposeScope();
        var data = ones(2);
        var parameter = new Modules.Parameter(data);
        Assert.True(data.IsInvalid);
        Assert.True(parameter.requires_grad);
        Assert.True(scope.Contains(parameter));
        Assert.Equal(1, scope.DisposablesCount);
    }

    [Fact]
    public void Statistics_count_this_threads_tensors()
    {
        var statistics = DisposeScopeManager.Statistics;
        statistics.Reset();
        var outside = ones(1);
        using (NewDisposeScope())
        {
            ones(1).Dispose();
            ones(1).DetachFromDisposeScope().Dispose();
            _ = ones(1);
        }
        outside.Dispose();
        Assert.Equal(1, statistics.CreatedOutsideScopeCount);
        Assert.Equal(3, statistics.CreatedInScopeCount);
        Assert.Equal(2, statistics.DisposedInScopeCount);
        Assert.Equal(2, statistics.DisposedOutsideScopeCount);
        Assert.Equal(1, statistics.DetachedFromScopeCount);
        Assert.Equal(0, statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void A_disposed_tensor_says_so()
    {
        var t = ones(2);
        t.Dispose();
        t.Dispose();
        Assert.Contains("Tensor invalid", Assert.Throws<InvalidOperationException>(() => t + 1).Message);
        Assert.Throws<InvalidOperationException>(() => t.shape);
    }

    [Fact]
    public void A_closed_scope_refuses_work()
    {
        var scope = NewDisposeScope();
        scope.Dispose();
        scope.Dispose();
        Assert.Throws<ObjectDisposedException>(() => scope.DisposablesCount);
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void Forgotten_tensors_are_freed_by_the_collector()
    {
        static void Forget()
        {
            for (var i = 0; i < 100; i++)
                _ = ones(1000);
        }

        var before = Tensor.TotalCount;
        Forget();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.InRange(Tensor.TotalCount, 0, before + 5);
    }
}
