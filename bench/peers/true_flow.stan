// The model of `saldo mirror fit --model bayes` (formulas in src/statistics/mirror/bayes/migration-model.ts), every flow sampled.
data {
  int corridors;
  int years;
  int reports;
  array[corridors, years] vector[3] x;
  array[reports] int count;
  array[reports] int corridor;
  array[reports] int year;
  array[reports] int share;     // which lambda, 0 for the benchmark's arrivals
  array[reports] int accuracy;  // which sigma
}
transformed data {
  vector[reports] centre = log(to_vector(count) + 0.5);
  vector[reports] scale = inv_sqrt(to_vector(count) + 1);
}
parameters {
  vector<lower=0>[2] sigma;
  vector[3] beta;
  real psi_c0;
  real<lower=0, upper=1> psi_c1;
  real<lower=0> sigma_y;
  real<lower=0> s0;
  real<lower=0> s1;
  vector<lower=0, upper=1>[4] lambda;
  vector[corridors] level;
  vector[corridors] lag;
  matrix[corridors, years] innovation;
  vector[reports] h;
}
transformed parameters {
  matrix[corridors, years] y;
  vector[reports] mu = centre + h .* scale;
  for (c in 1:corridors) {
    real psi0 = psi_c0 + s0 * level[c];
    real psi1 = psi_c1 + s1 * lag[c];
    for (t in 1:years)
      y[c, t] = psi0 + (t == 1 ? 0 : psi1 * y[c, max(t - 1, 1)]) + dot_product(x[c, t], beta) + sigma_y * innovation[c, t];
  }
}
model {
  sigma ~ student_t(2.5, 0, 25);
  beta ~ normal(0, 5);
  psi_c0 ~ normal(0, 3);
  psi_c1 ~ normal(0, 0.1);
  sigma_y ~ normal(0, 5);
  s0 ~ normal(0, 3);
  s1 ~ normal(0, 1);
  lambda[1] ~ beta(57.491, 8.066);
  lambda[2] ~ beta(44.564, 20.891);
  lambda[3] ~ beta(44.950, 16.958);
  lambda[4] ~ beta(32.135, 38.521);
  level ~ std_normal();
  lag ~ std_normal();
  to_vector(innovation) ~ std_normal();
  for (n in 1:reports) {
    mu[n] ~ normal(y[corridor[n], year[n]] + (share[n] == 0 ? 0 : log(lambda[share[n]])), sigma[accuracy[n]]);
    count[n] ~ poisson_log(mu[n]);
  }
}
