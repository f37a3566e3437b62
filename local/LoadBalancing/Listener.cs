namespace Infra.Local.LoadBalancing;

/// <summary>An HTTP listener of a load balancer.</summary>
/// <param name="Arn">Of the listener.</param>
/// <param name="Port">As the template has it, such as 80; what stands for it here is the load balancer's own port.</param>
/// <param name="Action">Default action; there are no rules here.</param>
public sealed record Listener(string Arn, int Port, ListenerAction Action);
