namespace Infra.Local.PrivateCa.Operations;

/// <summary>Remembers what a token brought, so that the same request sent twice does its work once.</summary>
public sealed class IdempotencyTokens(TimeProvider clock)
{
    /// <summary>How long a token is remembered; API reference, <c>IdempotencyToken</c>.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Scope, string Token), (string Result, DateTimeOffset Until)> _results = [];

    /// <param name="scope">What the token is for, such as one CA.</param>
    /// <param name="token">Null when the caller sent none.</param>
    /// <param name="work">Gives the result the first time.</param>
    public string Once(string scope, string? token, Func<string> work)
    {
        if (token is null)
        {
            return work();
        }

        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_results.TryGetValue((scope, token), out var known) && known.Until > now)
            {
                return known.Result;
            }

            var result = work();
            _results[(scope, token)] = (result, now + Lifetime);
            return result;
        }
    }
}
