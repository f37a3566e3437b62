namespace Infra.Trust.Functions;

/// <summary>What this program does with Lambda, for sentences about what went wrong.</summary>
/// <param name="Doing">As in "while listing functions".</param>
/// <param name="IfDenied">Which permission it takes.</param>
/// <param name="IfLost">What to know when there was no answer.</param>
internal sealed record LambdaStep(string Doing, string IfDenied, string IfLost)
{
    public static LambdaStep Connect { get; } = new("connecting", "", "");

    public static LambdaStep Search { get; } = new(
        "listing functions",
        "It needs lambda:ListFunctions; with --function NAME it is not done.",
        "Try again.");

    public static LambdaStep Call(string function) => new(
        $"invoking {function}",
        "It needs lambda:InvokeFunction on that function.",
        "If the function was reached, it goes on: see 'history'.");
}
