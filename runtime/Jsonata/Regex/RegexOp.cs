namespace Compiled.Jsonata;

/// <summary>The instructions of a compiled pattern; operands follow in the code.</summary>
internal enum RegexOp
{
    /// <summary>The pattern, or the body of a look, has matched.</summary>
    Match,

    /// <summary>c: the code unit ahead is c.</summary>
    Char,

    /// <summary>set: the code unit ahead is in the set.</summary>
    Set,

    /// <summary>set: the code unit behind is in the set, and is stepped over backwards.</summary>
    SetBehind,

    /// <summary>to</summary>
    Jump,

    /// <summary>first second: goes on at the first; if that fails, at the second.</summary>
    Split,

    /// <summary>slot: keeps the place.</summary>
    Save,

    /// <summary>first end: forgets what slots hold.</summary>
    Forget,

    Start,
    StartOfLine,
    End,
    EndOfLine,
    Boundary,
    NotBoundary,

    /// <summary>group: what the group captured is ahead.</summary>
    Reference,

    /// <summary>group: what the group captured is behind.</summary>
    ReferenceBehind,

    /// <summary>isNegative to: the code that follows, up to its Match, is a condition; goes on at to.</summary>
    Look,

    /// <summary>set minimum maximum: as many code units of the set as there are, then fewer.</summary>
    Run,

    /// <summary>set minimum maximum: as many as there are, because what follows matches behind no fewer.</summary>
    AtomicRun,

    /// <summary>set minimum maximum: as few code units of the set as will do.</summary>
    LazyRun,

    /// <summary>slot: a loop begins, no turn taken yet.</summary>
    LoopBegin,

    /// <summary>slot minimum maximum isLazy to: takes a turn, which follows, or leaves the loop.</summary>
    LoopTest,

    /// <summary>slot minimum to: a turn has ended. One beyond the minimum that matched nothing fails, as ECMAScript's RepeatMatcher says.</summary>
    LoopEnd,
}
