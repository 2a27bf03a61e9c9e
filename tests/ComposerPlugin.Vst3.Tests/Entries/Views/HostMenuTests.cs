using ComposerPlugin.Host;

namespace ComposerPlugin.Vst3.Tests;

/// <summary>The host's own menu for a parameter, on request of a view.</summary>
public sealed unsafe class HostMenuTests : IDisposable
{
    private readonly ViewStage _stage = new();
    private readonly ComponentHandlerObject _handler = new();

    public HostMenuTests() => _stage.Attach();

    private IViewHost ViewHost => _stage.View.Host!;

    public void Dispose()
    {
        _stage.Dispose();
        Assert.Equal(1, _handler.References);
        _handler.Dispose();
    }

    [Fact]
    public void A_menu_is_shown_at_the_position_in_the_view()
    {
        using var menu = new ContextMenuObject(items: 3);
        _handler.OfferMenu(menu);
        SetHandler();
        Assert.True(ViewHost.ShowHostMenu(ToyPlugin.Steps, 12, 34));
        Assert.Equal([(12, 34)], menu.Shown);
        Assert.Equal(ToyPlugin.Steps, _handler.MenuParameter);
        Assert.True(_handler.MenuView == _stage.Raw.Pointer);
        Assert.Equal((1, 2), (menu.References, _handler.References));
    }

    [Fact]
    public void Without_a_handler_there_is_no_menu() => Assert.False(ViewHost.ShowHostMenu(ToyPlugin.Level, 0, 0));

    [Fact]
    public void A_handler_of_an_older_SDK_has_no_menu()
    {
        SetHandler();
        Assert.False(ViewHost.ShowHostMenu(ToyPlugin.Level, 0, 0));
    }

    [Fact]
    public void A_host_may_have_no_menu_for_a_parameter()
    {
        _handler.OfferMenu(null);
        SetHandler();
        Assert.False(ViewHost.ShowHostMenu(ToyPlugin.Level, 0, 0));
        Assert.Equal(ToyPlugin.Level, _handler.MenuParameter);
    }

    // JUCE's host (7.0.5) returns such a menu.
    [Fact]
    public void A_menu_without_items_is_not_shown()
    {
        using var menu = new ContextMenuObject(items: 0);
        _handler.OfferMenu(menu);
        SetHandler();
        Assert.False(ViewHost.ShowHostMenu(ToyPlugin.Level, 0, 0));
        Assert.Empty(menu.Shown);
        Assert.Equal(1, menu.References);
    }

    [Fact]
    public void A_host_may_close_view_and_plugin_while_its_menu_is_shown()
    {
        int living = NativeView.Living;
        int livingWhileShown = 0;
        using var menu = new ContextMenuObject(items: 1);
        _handler.OfferMenu(menu);
        SetHandler();
        menu.WhileShown = () =>
        {
            _stage.Raw.Remove();
            _stage.Raw.Release();
            _stage.ReleasePlugin();
            livingWhileShown = NativeView.Living;
        };
        Assert.True(ViewHost.ShowHostMenu(ToyPlugin.Level, 0, 0));
        Assert.Equal(["Open 7", "Close", "Terminate"], _stage.Calls);
        // The host made the menu for the view, so that the view stays until the menu returns.
        Assert.Equal((living, living - 1), (livingWhileShown, NativeView.Living));
        Assert.Equal(1, menu.References);
    }

    [Fact]
    public void A_closed_view_shows_no_menu()
    {
        using var menu = new ContextMenuObject(items: 1);
        _handler.OfferMenu(menu);
        SetHandler();
        _stage.Raw.Remove();
        Assert.False(ViewHost.ShowHostMenu(ToyPlugin.Level, 0, 0));
        Assert.Null(_handler.MenuParameter);
    }

    private void SetHandler() => (*_stage.Plugin.Controller)->SetComponentHandler(_stage.Plugin.Controller, _handler.Pointer);
}
