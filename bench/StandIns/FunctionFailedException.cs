namespace Infra.Bench.StandIns;

/// <summary>A function that is measured did not do its job, so there is no figure.</summary>
public sealed class FunctionFailedException(string message) : Exception(message);
