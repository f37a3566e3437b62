namespace Infra.TrustManager.Trust.Forecast;

/// <summary>Something that will be done or will happen if nobody changes anything.</summary>
/// <param name="What">For example <c>deregister 'Agency Root CA' (c-0123456789) from smart card sign-in</c>.</param>
public sealed record ForecastLine(DateTimeOffset On, string What, string Why);
