namespace ComposerPlugin.Vst3.Tests;

/// <summary>Sizes and scales between host and view.</summary>
public sealed unsafe class ViewSizeTests : IDisposable
{
    private readonly ViewStage _stage = new();

    private RawView Raw => _stage.Raw;

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void A_host_reads_and_sets_the_size_of_an_open_and_of_a_closed_view()
    {
        Assert.Equal(new(400, 300), Raw.Size);
        Assert.Equal(Result.Ok, Raw.SetSize(640, 480));
        Assert.Equal(new(640, 480), Raw.Size);
        _stage.Attach();
        Assert.Equal(Result.Ok, Raw.SetSize(500, 400));
        Assert.Equal(["Resize 640 480", "Open 7", "Resize 500 400"], _stage.Calls);
        Assert.Equal(Result.Ok, (*Raw.Pointer)->CanResize(Raw.Pointer));
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(100, 0)]
    [InlineData(-1, 100)]
    [InlineData(int.MinValue, 100)]
    public void An_empty_size_is_an_invalid_argument(int width, int height)
    {
        Assert.Equal(Result.InvalidArgument, Raw.SetSize(width, height));
        Assert.Empty(_stage.Calls);
    }

    [Fact]
    public void A_size_that_no_window_can_have_is_limited()
    {
        ViewRect rect = new() { Left = int.MinValue, Right = int.MaxValue, Bottom = 50 };
        Assert.Equal(Result.Ok, (*Raw.Pointer)->OnSize(Raw.Pointer, &rect));
        Assert.Equal(new(short.MaxValue, 50), Raw.Size);
    }

    [Theory]
    [InlineData(400, 300, 400, 300)]
    [InlineData(10, 10, 100, 50)]
    [InlineData(0, -5, 100, 50)]
    [InlineData(2000, 2000, 1000, 500)]
    public void A_size_is_constrained_and_keeps_its_corner(int width, int height, int nearestWidth, int nearestHeight)
    {
        ViewRect rect = new() { Left = 10, Top = 20, Right = 10 + width, Bottom = 20 + height };
        Assert.Equal(Result.Ok, (*Raw.Pointer)->CheckSizeConstraint(Raw.Pointer, &rect));
        Assert.Equal((10, 20, 10 + nearestWidth, 20 + nearestHeight), (rect.Left, rect.Top, rect.Right, rect.Bottom));
    }

    [Fact]
    public void Null_pointers_are_invalid_arguments()
    {
        Assert.Equal(Result.InvalidArgument, (*Raw.Pointer)->GetSize(Raw.Pointer, null));
        Assert.Equal(Result.InvalidArgument, (*Raw.Pointer)->OnSize(Raw.Pointer, null));
        Assert.Equal(Result.InvalidArgument, (*Raw.Pointer)->CheckSizeConstraint(Raw.Pointer, null));
    }

    [Fact]
    public void A_requested_size_comes_back_inside_the_request()
    {
        _stage.Attach();
        Assert.True(_stage.View.Host!.RequestSize(new(700, 350)));
        Assert.Equal([new(700, 350)], _stage.Frame.Requests);
        Assert.Equal(new(700, 350), Raw.Size);
        _stage.Frame.Accepts = false;
        Assert.False(_stage.View.Host.RequestSize(new(800, 450)));
        Assert.Equal(new(700, 350), Raw.Size);
    }

    [Fact]
    public void A_view_may_request_a_size_while_it_opens()
    {
        _stage.View.OnOpen = () => _stage.View.Host!.RequestSize(new(700, 350));
        _stage.Attach();
        Assert.Equal(["Open 7", "Resize 700 350"], _stage.Calls);
    }

    [Fact]
    public void A_closed_view_or_one_without_a_frame_requests_nothing()
    {
        _stage.Attach();
        Raw.SetFrame(null);
        Assert.False(_stage.View.Host!.RequestSize(new(700, 350)));
        Raw.SetFrame(_stage.Frame);
        Raw.Remove();
        Assert.False(_stage.View.Host.RequestSize(new(700, 350)));
        Assert.Empty(_stage.Frame.Requests);
    }

    [Fact]
    public void A_host_may_close_the_view_inside_a_request()
    {
        _stage.Attach();
        _stage.Frame.Accepts = false;
        _stage.Frame.OnRequest = () => Raw.Release();
        Assert.False(_stage.View.Host!.RequestSize(new(700, 350)));
        Assert.Equal(["Open 7", "Close"], _stage.Calls);
        Assert.False(_stage.View.Host.RequestSize(new(700, 350)));
        Assert.Single(_stage.Frame.Requests);
    }

    // JUCE sets the scale before it attaches the view, and reads the size at once.
    [Fact]
    public void The_size_follows_the_scale_at_once()
    {
        var scale = (ContentScaleTable**)Raw.Query(InterfaceIds.ContentScale);
        Assert.Equal(Result.Ok, (*scale)->SetContentScaleFactor(scale, 1.5f));
        Assert.Equal(new(600, 450), Raw.Size);
        HostUnknown.Release(scale);
    }

    [Theory]
    [InlineData(0.25f, true)]
    [InlineData(8f, true)]
    [InlineData(0.24f, false)]
    [InlineData(8.1f, false)]
    [InlineData(0f, false)]
    [InlineData(-1f, false)]
    [InlineData(float.NaN, false)]
    [InlineData(float.PositiveInfinity, false)]
    public void A_scale_has_bounds(float factor, bool accepted)
    {
        var scale = (ContentScaleTable**)Raw.Query(InterfaceIds.ContentScale);
        Assert.Equal(accepted ? Result.Ok : Result.InvalidArgument, (*scale)->SetContentScaleFactor(scale, factor));
        Assert.Equal(accepted ? 1 : 0, _stage.Calls.Count);
        HostUnknown.Release(scale);
    }
}
