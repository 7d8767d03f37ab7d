namespace Compiled.Language.Definition;

/// <summary>The objects of a definition that have fields of their own; a row of the <see cref="FieldTable"/> names one or several.</summary>
[Flags]
internal enum Place
{
    None = 0,
    Machine = 1 << 0,
    Branch = 1 << 1,
    ItemProcessor = 1 << 2,
    Task = 1 << 3,
    Pass = 1 << 4,
    Choice = 1 << 5,
    Wait = 1 << 6,
    Succeed = 1 << 7,
    Fail = 1 << 8,
    Parallel = 1 << 9,
    Map = 1 << 10,
    Rule = 1 << 11,
    NestedRule = 1 << 12,
    Retrier = 1 << 13,
    Catcher = 1 << 14,
    ItemReader = 1 << 15,
    ReaderConfig = 1 << 16,
    ItemBatcher = 1 << 17,
    ResultWriter = 1 << 18,
    WriterConfig = 1 << 19,
    ProcessorConfig = 1 << 20,
    Credentials = 1 << 21,

    AnyFlow = Machine | Branch | ItemProcessor,
    AnyWork = Task | Parallel | Map,
    AnyStep = AnyWork | Pass | Wait,
    AnyState = AnyStep | Choice | Succeed | Fail,
    AnyRule = Rule | NestedRule,
}
