namespace Compiled.Jsonata;

internal enum RegexFrameKind
{
    /// <summary>Goes on at another instruction.</summary>
    Choice,

    /// <summary>Gives a slot its old value and goes further back.</summary>
    Undo,

    /// <summary>Goes on with a run that is one shorter, down to its least end.</summary>
    Run,

    /// <summary>Goes on with a run that is one longer, as often as is left.</summary>
    LazyRun,

    /// <summary>Takes another turn of a lazy loop.</summary>
    Turn,
}

/// <summary>What a matcher may go back to: an instruction, or a slot to restore, with up to two places or counts.</summary>
internal readonly record struct RegexFrame(RegexFrameKind Kind, int At, int First, int Second);
