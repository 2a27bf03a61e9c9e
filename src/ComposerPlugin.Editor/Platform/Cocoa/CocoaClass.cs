using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ComposerPlugin.Editor;

/// <summary>
/// [main] The class of the window's view, derived from NSView: its methods call the <see cref="CocoaWindow"/> of the view.
/// </summary>
internal static unsafe class CocoaClass
{
    private const string Super = "NSView", Field = "composerWindow", Event = "v@:@", Flag = "c@:", FlagOfEvent = "c@:@", Operation = "Q@:@";
    private const nuint Copy = 1;
    private static readonly nint _class = Create();

    /// <summary>A new view, which calls a window.</summary>
    /// <param name="size">Its size, in points.</param>
    /// <param name="window">The handle of the <see cref="CocoaWindow"/>.</param>
    public static nint NewView(EditorSize size, GCHandle window)
    {
        nint view = ObjC.Send(
            ObjC.Send(_class, "alloc"), "initWithFrame:", new ObjC.Rectangle { Width = size.Width, Height = size.Height });
        if (view != 0)
            ObjC.SetField(view, Field, GCHandle.ToIntPtr(window));
        return view;
    }

    /// <summary>Ends the calls of the window.</summary>
    public static void Detach(nint view) => ObjC.SetField(view, Field, 0);

    private static nint Create()
    {
        // Classes are global: each copy of the library has its own, named by an address in it.
        nint made = ObjC.NewClass(ObjC.Class(Super), $"ComposerPluginView{(nint)(delegate* unmanaged<nint, nint, byte>)&Yes:X}", 0);
        ObjC.AddField(made, Field, (nuint)sizeof(nint), 3, "^v");
        void Add(string method, void* function, string types) => ObjC.AddMethod(made, ObjC.Selector(method), function, types);
        Add("drawRect:", (delegate* unmanaged<nint, nint, ObjC.Rectangle, void>)&Draw, "v@:{CGRect={CGPoint=dd}{CGSize=dd}}");
        Add("tick:", (delegate* unmanaged<nint, nint, nint, void>)&Tick, Event);
        Add("isFlipped", (delegate* unmanaged<nint, nint, byte>)&Yes, Flag);
        Add("isOpaque", (delegate* unmanaged<nint, nint, byte>)&Yes, Flag);
        Add("acceptsFirstMouse:", (delegate* unmanaged<nint, nint, nint, byte>)&AcceptsFirstMouse, FlagOfEvent);
        Add("viewDidMoveToWindow", (delegate* unmanaged<nint, nint, void>)&Rescaled, "v@:");
        Add("viewDidChangeBackingProperties", (delegate* unmanaged<nint, nint, void>)&Rescaled, "v@:");
        Add("mouseDown:", (delegate* unmanaged<nint, nint, nint, void>)&Press, Event);
        Add("rightMouseDown:", (delegate* unmanaged<nint, nint, nint, void>)&MenuPress, Event);
        Add("mouseUp:", (delegate* unmanaged<nint, nint, nint, void>)&Release, Event);
        Add("mouseMoved:", (delegate* unmanaged<nint, nint, nint, void>)&Move, Event);
        Add("mouseDragged:", (delegate* unmanaged<nint, nint, nint, void>)&Move, Event);
        Add("mouseExited:", (delegate* unmanaged<nint, nint, nint, void>)&Leave, Event);
        Add("scrollWheel:", (delegate* unmanaged<nint, nint, nint, void>)&Wheel, Event);
        Add("acceptsFirstResponder", (delegate* unmanaged<nint, nint, byte>)&AcceptsKeys, Flag);
        Add("resignFirstResponder", (delegate* unmanaged<nint, nint, byte>)&LoseKeys, Flag);
        Add("keyDown:", (delegate* unmanaged<nint, nint, nint, void>)&KeyDown, Event);
        Add("keyUp:", (delegate* unmanaged<nint, nint, nint, void>)&KeyUp, Event);
        Add("performKeyEquivalent:", (delegate* unmanaged<nint, nint, nint, byte>)&CommandKeyDown, FlagOfEvent);
        Add("draggingEntered:", (delegate* unmanaged<nint, nint, nint, nuint>)&DragOver, Operation);
        Add("draggingUpdated:", (delegate* unmanaged<nint, nint, nint, nuint>)&DragOver, Operation);
        Add("performDragOperation:", (delegate* unmanaged<nint, nint, nint, byte>)&Drop, FlagOfEvent);
        Add(
            "draggingSession:sourceOperationMaskForDraggingContext:", (delegate* unmanaged<nint, nint, nint, nint, nuint>)&SourceOperation,
            "Q@:@q");
        ObjC.Register(made);
        return made;
    }

    // Safe, for all that follow: the runtime passes a view of this class, whose field holds the handle or 0. All are called on the main
    // thread.

    [UnmanagedCallersOnly]
    private static byte Yes(nint view, nint selector) => 1;

    [UnmanagedCallersOnly]
    private static byte AcceptsFirstMouse(nint view, nint selector, nint e) => 1;

    [UnmanagedCallersOnly]
    private static void Draw(nint view, nint selector, ObjC.Rectangle part) => Do(view, 0, static (window, _) => window.Draw());

    [UnmanagedCallersOnly]
    private static void Tick(nint view, nint selector, nint timer) => Do(view, 0, static (window, _) => window.HandleTick());

    [UnmanagedCallersOnly]
    private static void Rescaled(nint view, nint selector) => Do(view, 0, static (window, _) => window.HandleRescaled());

    [UnmanagedCallersOnly]
    private static void Press(nint view, nint selector, nint e) => Do(view, e, static (window, e) => window.HandlePress(e));

    [UnmanagedCallersOnly]
    private static void MenuPress(nint view, nint selector, nint e) =>
        Do(view, e, static (window, e) => window.HandlePointer(PointerKind.MenuPress, e));

    [UnmanagedCallersOnly]
    private static void Release(nint view, nint selector, nint e) =>
        Do(view, e, static (window, e) => window.HandlePointer(PointerKind.Release, e));

    [UnmanagedCallersOnly]
    private static void Move(nint view, nint selector, nint e) =>
        Do(view, e, static (window, e) => window.HandlePointer(PointerKind.Move, e));

    [UnmanagedCallersOnly]
    private static void Leave(nint view, nint selector, nint e) =>
        Do(view, e, static (window, e) => window.HandlePointer(PointerKind.Leave, e));

    [UnmanagedCallersOnly]
    private static void Wheel(nint view, nint selector, nint e) => Do(view, e, static (window, e) => window.HandleWheel(e));

    [UnmanagedCallersOnly]
    private static byte AcceptsKeys(nint view, nint selector) => Ask(view, 0, static (window, _) => window.WantsKeys);

    [UnmanagedCallersOnly]
    private static byte LoseKeys(nint view, nint selector)
    {
        Do(view, 0, static (window, _) => window.HandleLostKeys());
        return 1;
    }

    [UnmanagedCallersOnly]
    private static void KeyDown(nint view, nint selector, nint e)
    {
        if (Ask(view, e, static (window, e) => window.HandleKeyDown(e)) == 0)
            ObjC.SendToSuper(view, Super, "keyDown:", e);
    }

    [UnmanagedCallersOnly]
    private static void KeyUp(nint view, nint selector, nint e)
    {
        if (Ask(view, e, static (window, e) => window.HandleKeyUp(e)) == 0)
            ObjC.SendToSuper(view, Super, "keyUp:", e);
    }

    [UnmanagedCallersOnly]
    private static byte CommandKeyDown(nint view, nint selector, nint e) =>
        Ask(view, e, static (window, e) => window.HandleCommandKey(e));

    [UnmanagedCallersOnly]
    private static nuint DragOver(nint view, nint selector, nint drag) =>
        Ask(view, drag, static (window, drag) => window.Accepts(drag)) != 0 ? Copy : 0;

    [UnmanagedCallersOnly]
    private static byte Drop(nint view, nint selector, nint drag) => Ask(view, drag, static (window, drag) => window.HandleDrop(drag));

    [UnmanagedCallersOnly]
    private static nuint SourceOperation(nint view, nint selector, nint session, nint context) => Copy;

    private static void Do(nint view, nint argument, Action<CocoaWindow, nint> act)
    {
        if (WindowOf(view) is not { } window)
            return;
        nint pool = ObjC.PushPool();
        try
        {
            act(window, argument);
        }
        catch (Exception e)
        {
            window.Fail(e);
        }
        ObjC.PopPool(pool);
    }

    // 1 for true. After an exception, as after true, nothing else happens.
    private static byte Ask(nint view, nint argument, Func<CocoaWindow, nint, bool> ask)
    {
        if (WindowOf(view) is not { } window)
            return 0;
        nint pool = ObjC.PushPool();
        byte answer = 1;
        try
        {
            answer = ask(window, argument) ? (byte)1 : (byte)0;
        }
        catch (Exception e)
        {
            window.Fail(e);
        }
        ObjC.PopPool(pool);
        return answer;
    }

    private static CocoaWindow? WindowOf(nint view)
    {
        nint data = 0;
        ObjC.GetField(view, Field, &data);
        return data == 0 ? null : Unsafe.As<CocoaWindow>(GCHandle.FromIntPtr(data).Target!);
    }
}
