// The same model as true_flow.stan, the flows of a corridor integrated out as one normal distribution of its reports' log rates, and drawn
// afterwards. Slower a step, but without the narrow places that make the other form stick where an accuracy goes towards 0.
data {
  int corridors;
  int years;
  int reports;
  array[corridors, years] vector[3] x;
  array[reports] int count;
  array[reports] int year;
  array[reports] int share;
  array[reports] int accuracy;
  array[corridors] int first;  // reports stand by corridor: the first of each, and how many
  array[corridors] int many;
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
  vector[corridors] lag;
  vector[reports] h;
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
  lag ~ std_normal();
  vector[reports] mu = centre + h .* scale;
  count ~ poisson_log(mu);
  for (c in 1:corridors) {
    real psi1 = psi_c1 + s1 * lag[c];
    matrix[years, years] carried = identity_matrix(years);
    for (t in 2:years) for (u in 1:(t - 1)) carried[t, u] = psi1 ^ (t - u);
    vector[years] once = carried * rep_vector(1, years);
    vector[years] mean_y;
    for (t in 1:years) mean_y[t] = psi_c0 + dot_product(x[c, t], beta);
    mean_y = carried * mean_y;
    matrix[years, years] spread = square(s0) * (once * once') + square(sigma_y) * (carried * carried');
    int k = many[c];
    if (k > 0) {
      vector[k] expected;
      matrix[k, k] covariance;
      for (i in 1:k) {
        int n = first[c] + i - 1;
        expected[i] = mean_y[year[n]] + (share[n] == 0 ? 0 : log(lambda[share[n]]));
        for (j in 1:k) covariance[i, j] = spread[year[n], year[first[c] + j - 1]];
        covariance[i, i] += square(sigma[accuracy[n]]);
      }
      segment(mu, first[c], k) ~ multi_normal(expected, covariance);
    }
  }
}
generated quantities {
  matrix[corridors, years] y;
  {
    vector[reports] mu = centre + h .* scale;
    for (c in 1:corridors) {
      real psi1 = psi_c1 + s1 * lag[c];
      matrix[years, years] carried = identity_matrix(years);
      for (t in 2:years) for (u in 1:(t - 1)) carried[t, u] = psi1 ^ (t - u);
      vector[years] once = carried * rep_vector(1, years);
      vector[years] mean_y;
      for (t in 1:years) mean_y[t] = psi_c0 + dot_product(x[c, t], beta);
      mean_y = carried * mean_y;
      // A draw of everything, moved to what the reports say (Matheron's rule): exact, and needs no conditional covariance.
      vector[years] drawn;
      real level = normal_rng(0, s0);
      for (t in 1:years) drawn[t] = normal_rng(0, sigma_y);
      drawn = mean_y + carried * (drawn + level);
      matrix[years, years] spread = square(s0) * (once * once') + square(sigma_y) * (carried * carried');
      int k = many[c];
      if (k > 0) {
        vector[k] error;
        matrix[k, k] covariance;
        matrix[years, k] shared;
        for (i in 1:k) {
          int n = first[c] + i - 1;
          error[i] = mu[n] - drawn[year[n]] - (share[n] == 0 ? 0 : log(lambda[share[n]]))
            - normal_rng(0, sigma[accuracy[n]]);
          shared[, i] = spread[, year[n]];
          for (j in 1:k) covariance[i, j] = spread[year[n], year[first[c] + j - 1]];
          covariance[i, i] += square(sigma[accuracy[n]]);
        }
        drawn += shared * mdivide_left_spd(covariance, error);
      }
      y[c] = drawn';
    }
  }
}
