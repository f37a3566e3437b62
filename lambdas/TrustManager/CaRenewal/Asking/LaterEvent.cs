namespace Infra.TrustManager.CaRenewal.Asking;

/// <summary>What will happen by itself on a later day.</summary>
/// <param name="On">For example <c>2027-03-01</c>.</param>
public sealed record LaterEvent(string On, string What, string Why);
